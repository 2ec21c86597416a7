import { Zip, ZipDeflate } from "fflate";
import type { IsoDay } from "../kernel/date";

/** A file of an archive, in the pieces in which it is written. */
export interface Entry {
  readonly name: string;
  readonly pieces: Iterable<string> | AsyncIterable<string>;
}

/** Two thirds of the time of the usual level, for a file a tenth larger. */
const LEVEL = 4;

/**
 * The archive in pieces, its files written one after the other: nothing but the list of their names waits for
 * the end.
 * @param madeOn the day its files bear, whatever the machine's clock: the same contents give the same bytes.
 */
export async function* zipPieces(entries: Iterable<Entry>, madeOn: IsoDay): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(piece);
  });
  for (const { name, pieces } of entries) {
    const file = new ZipDeflate(name, { level: LEVEL });
    file.mtime = `${madeOn}T12:00:00`;
    zip.add(file);
    for await (const piece of pieces) {
      file.push(encoder.encode(piece));
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(0), true);
  }
  zip.end();
  yield* ready.splice(0);
}
