/** Rows as they come: an array, or a reading of the database that goes on while the file is written. */
export type Rows<Row> = Iterable<Row> | AsyncIterable<Row>;

/** Rows written at once: enough to be quick, few enough for others to be answered in between. */
const BATCH = 500;

export async function* batches<Row>(rows: Rows<Row>): AsyncGenerator<Row[]> {
  let batch: Row[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/**
 * The pieces as a stream that asks for one when its reader has room, and lets go of the rows when its reader
 * leaves. Between two pieces the process answers others: rows that are all there already would keep it busy.
 */
export function streamOf(pieces: AsyncIterable<string | Uint8Array>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = pieces[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      await new Promise((resolve) => setImmediate(resolve));
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(typeof value === "string" ? encoder.encode(value) : value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
