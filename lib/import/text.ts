import { type Result, err, ok } from "../kernel/result";

/**
 * The text of a file whose encoding nobody says: UTF-8, with or without its mark, UTF-16 either way, and else
 * Windows-1252, which a French Excel writes. What is no text is refused with a sentence.
 */
export function textOfFile(bytes: Uint8Array): Result<string, string> {
  if (bytes.length === 0) return err("Ce fichier est vide.");
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    return err(
      "Ce fichier est un classeur ou une archive. Dans votre tableur, enregistrez la feuille au format CSV, puis envoyez ce CSV.",
    );
  }
  const text = decoded(bytes);
  const isBinary = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text);
  if (isBinary)
    return err(
      "Ce fichier n’est pas du texte. Enregistrez votre tableau au format CSV, puis envoyez ce CSV.",
    );
  return ok(text.replace(/^\ufeff/, ""));
}

function decoded(bytes: Uint8Array): string {
  const as = (encoding: string, fatal = false) => new TextDecoder(encoding, { fatal }).decode(bytes);
  if (startsWith(bytes, [0xff, 0xfe])) return as("utf-16le");
  if (startsWith(bytes, [0xfe, 0xff])) return as("utf-16be");
  const zeros = zeroShares(bytes.subarray(0, 4_096));
  if (zeros.odd > 0.4 && zeros.even < 0.1) return as("utf-16le");
  if (zeros.even > 0.4 && zeros.odd < 0.1) return as("utf-16be");
  try {
    return as("utf-8", true);
  } catch {
    return windows1252(bytes);
  }
}

/** What Windows-1252 writes where ISO 8859-1 has control characters: « € », « ’ », « œ »… */
const FROM_80 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** By hand: the decoder of several Node versions reads these as ISO 8859-1. */
function windows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  return text.replace(/[\u0080-\u009f]/g, (char) => FROM_80[char.charCodeAt(0) - 0x80] ?? char);
}

/** Latin text in UTF-16 is every other byte a zero. */
function zeroShares(bytes: Uint8Array): { readonly even: number; readonly odd: number } {
  const half = Math.max(1, bytes.length / 2);
  let [even, odd] = [0, 0];
  bytes.forEach((byte, i) => {
    if (byte !== 0) return;
    if (i % 2 === 0) even += 1;
    else odd += 1;
  });
  return { even: even / half, odd: odd / half };
}

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, i) => bytes[i] === byte);
