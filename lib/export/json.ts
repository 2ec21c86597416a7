import { booleanIn, centsIn, dayIn, integerIn, numberIn, rowWriter, textIn, type Writers } from "./cells";
import { batches, type Rows } from "./rows";
import type { About, Table } from "./table";

/**
 * JSON: what the table is, what must be known of it, then its rows. Money is integer cents, a rate a number
 * from 0 to 1, an absent value its code; null where the column has nothing to say.
 */
const WRITERS: Writers<string | number | boolean | null> = {
  text: textIn,
  code: textIn,
  integer: integerIn,
  decimal: numberIn,
  cents: centsIn,
  rate: numberIn,
  day: dayIn,
  boolean: booleanIn,
};

export async function* jsonPieces<Row>(
  table: Table<Row>,
  about: About,
  rows: Rows<Row>,
): AsyncGenerator<string> {
  const { id, title, description, key, columns } = table;
  const write = rowWriter(columns, {
    writers: WRITERS,
    absent: (cell) => cell?.absence ?? null,
    speaks: false,
  });
  const names = columns.map(({ name }) => name);
  const head = {
    table: { id, title, description, key },
    about,
    columns: columns.map((column) => ({
      name: column.name,
      label: column.label,
      kind: column.kind,
      description: column.description,
      ...(column.words && { words: column.words }),
    })),
  };
  yield `${JSON.stringify(head).slice(0, -1)},"rows":[`;
  let before = "\n";
  for await (const batch of batches(rows)) {
    const lines = batch.map((row) => {
      const cells = write(row);
      return JSON.stringify(Object.fromEntries(names.map((name, i) => [name, cells[i]])));
    });
    yield before + lines.join(",\n");
    before = ",\n";
  }
  yield "\n]}\n";
}
