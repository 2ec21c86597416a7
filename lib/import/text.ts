import { type Result, err, ok } from "../kernel/result";

/**
 * The text of a file whose encoding nobody says: UTF-8, with or without its mark, UTF-16 either way, and else
 * Windows-1252, which a French Excel writes. What is no text is refused with a sentence.
 */
export function textOfFile(bytes: Uint8Array): Result<string, string> {
  const read = encodedText(bytes);
  return read.ok ? ok(read.value.text) : read;
}

export type Encoding = "UTF-8" | "UTF-16" | "Windows-1252" | "MacRoman";

/** The same, and how it was written. */
export function encodedText(
  bytes: Uint8Array,
): Result<{ readonly text: string; readonly encoding: Encoding }, string> {
  if (bytes.length === 0)
    return err("Ce fichier est vide\u00a0: vérifiez que c’est bien celui que vous vouliez envoyer.");
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    return err(
      "Ce fichier est un classeur ou une archive. Dans votre tableur, enregistrez la feuille au format CSV, puis envoyez ce CSV.",
    );
  }
  const { text, encoding } = decoded(bytes);
  const isBinary = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text);
  if (isBinary)
    return err(
      "Ce fichier n’est pas du texte. Enregistrez votre tableau au format CSV, puis envoyez ce CSV.",
    );
  return ok({ text: text.replace(/^\ufeff/, ""), encoding });
}

function decoded(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } {
  const as = (label: string, encoding: Encoding, fatal = false) => ({
    text: new TextDecoder(label, { fatal }).decode(bytes),
    encoding,
  });
  if (startsWith(bytes, [0xff, 0xfe])) return as("utf-16le", "UTF-16");
  if (startsWith(bytes, [0xfe, 0xff])) return as("utf-16be", "UTF-16");
  const zeros = zeroShares(bytes.subarray(0, 4_096));
  if (zeros.odd > 0.4 && zeros.even < 0.1) return as("utf-16le", "UTF-16");
  if (zeros.even > 0.4 && zeros.odd < 0.1) return as("utf-16be", "UTF-16");
  try {
    return as("utf-8", "UTF-8", true);
  } catch {
    return isMacRoman(bytes)
      ? as("macintosh", "MacRoman")
      : { text: windows1252(bytes), encoding: "Windows-1252" };
  }
}

/** é è ê ë à ç î ï ô û ù and É, in each encoding: French has few other letters past ASCII. */
const MAC_LETTERS = new Set([0x8e, 0x8f, 0x90, 0x91, 0x88, 0x8d, 0x94, 0x95, 0x99, 0x9e, 0x9d, 0x83]);
const WINDOWS_LETTERS = new Set([0xe9, 0xe8, 0xea, 0xeb, 0xe0, 0xe7, 0xee, 0xef, 0xf4, 0xfb, 0xf9, 0xc9]);

/** Whether what stands beside letters is French as an old Macintosh writes it: Windows has signs there. */
function isMacRoman(bytes: Uint8Array): boolean {
  let [mac, windows] = [0, 0];
  bytes.forEach((byte, i) => {
    if (byte < 0x80 || !isLetter(bytes[i + 1]) || !(i === 0 || isLetter(bytes[i - 1]) || byte === 0x83))
      return;
    if (MAC_LETTERS.has(byte)) mac += 1;
    else if (WINDOWS_LETTERS.has(byte)) windows += 1;
  });
  return mac > windows;
}

const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;

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
