import { SaxesParser } from "saxes";
import { Unreadable } from "../unreadable";
import { contentOf, DAMAGED, type ZipEntry } from "./zip";

export type Attributes = Readonly<Record<string, string>>;

/** What is done of each tag, named without its prefix, and of each text. */
export interface XmlHandlers {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

const DECLARED =
  "Ce classeur contient des déclarations XML qu’aucun tableur n’écrit (DTD)\u00a0: enregistrez-le à nouveau depuis votre tableur, puis renvoyez-le.";

/** Depth of tags; a sheet has about ten. */
const MOST_DEPTH = 100;

/**
 * Reads the XML of an entry as it is inflated. No entity is defined, none is fetched: a DTD is refused.
 *
 * @param goOn asked after each piece whether the rest is wanted.
 * @throws Unreadable where the XML is damaged.
 */
export async function readXml(
  entry: ZipEntry,
  handlers: XmlHandlers,
  goOn: () => boolean | Promise<boolean> = () => true,
): Promise<void> {
  const parser = parserOf(handlers);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for await (const piece of contentOf(entry)) {
    parser.write(textOf(decoder, piece));
    if (!(await goOn())) return;
  }
  parser.write(textOf(decoder, null));
  parser.close();
}

function textOf(decoder: TextDecoder, piece: Uint8Array | null): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
  } catch {
    throw new Unreadable(DAMAGED);
  }
}

const PLAIN = { xmlns: false, position: false } as const;

function parserOf({ open, close, text }: XmlHandlers): SaxesParser<typeof PLAIN> {
  const parser = new SaxesParser(PLAIN);
  let depth = 0;
  parser.on("error", () => {
    throw new Unreadable(DAMAGED);
  });
  parser.on("doctype", () => {
    throw new Unreadable(DECLARED);
  });
  parser.on("opentag", ({ name, attributes }) => {
    depth += 1;
    if (depth > MOST_DEPTH) throw new Unreadable(DAMAGED);
    open?.(bare(name), attributes);
  });
  parser.on("closetag", ({ name }) => {
    depth -= 1;
    close?.(bare(name));
  });
  if (text) {
    parser.on("text", text);
    parser.on("cdata", text);
  }
  return parser;
}

/** A name without its prefix. */
export const bare = (name: string): string => name.slice(name.indexOf(":") + 1);

/** The value of an attribute whatever its prefix. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  const direct = attributes[name];
  if (direct !== undefined) return direct;
  const key = Object.keys(attributes).find((one) => bare(one) === name);
  return key === undefined ? undefined : attributes[key];
}
