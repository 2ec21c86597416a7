import { deflateRawSync, crc32 } from "node:zlib";

/** Real bytes of each kind of file that people attach, and of those that they should not. */

const text = (content: string): Buffer => Buffer.from(content, "utf8");

/** A ZIP file of these parts, in this order. The first may be stored, as OpenDocument wants its `mimetype`. */
export function zip(
  parts: Readonly<Record<string, string | Buffer>>,
  stored: readonly string[] = [],
): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const raw = typeof content === "string" ? text(content) : content;
    const method = stored.includes(name) ? 0 : 8;
    const data = method === 0 ? raw : deflateRawSync(raw);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(method, 4);
    fields.writeUInt32LE(crc32(raw), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(raw.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), fields, text(name), data]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const made = Buffer.from([20, 0]);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02", "latin1"), made, fields, place, text(name)]));
    locals.push(local);
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, entries, Buffer.from("PK\x05\x06", "latin1"), end]);
}

const OFFICE = {
  docx: ["word/document.xml", "wordprocessingml.document"],
  xlsx: ["xl/workbook.xml", "spreadsheetml.sheet"],
  pptx: ["ppt/presentation.xml", "presentationml.presentation"],
} as const;

/** An office file with its main part and whatever else is told. */
export function office(
  kind: keyof typeof OFFICE,
  more: Readonly<Record<string, string>> = {},
  type?: string,
): Buffer {
  const [part, subtype] = OFFICE[kind];
  const main = type ?? `application/vnd.openxmlformats-officedocument.${subtype}.main+xml`;
  return zip({
    "[Content_Types].xml": `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${part}" ContentType="${main}"/></Types>`,
    "_rels/.rels": `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>`,
    [part]: "<document/>",
    ...more,
  });
}

export function openDocumentFile(
  kind: "text" | "spreadsheet" | "presentation",
  more: Readonly<Record<string, string>> = {},
): Buffer {
  return zip(
    { mimetype: `application/vnd.oasis.opendocument.${kind}`, "content.xml": "<office/>", ...more },
    ["mimetype"],
  );
}

/** A page that says `words`: as small as a PDF can be. */
export function pdf(words = "Compte rendu"): Buffer {
  return text(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\n% ${words}\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  );
}

/** One transparent pixel. */
export const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);
export const JPEG = Buffer.from("ffd8ffe000104a46494600010100000100010000ffdb004300", "hex");
export const WEBP = Buffer.concat([
  text("RIFF"),
  Buffer.from([26, 0, 0, 0]),
  text("WEBPVP8L"),
  Buffer.from("0d0000002f00000010071011118888fe0700", "hex"),
]);

/** The beginning of a Windows program. */
export const EXE = Buffer.concat([
  text("MZ"),
  Buffer.alloc(58),
  Buffer.from([0x80, 0, 0, 0]),
  Buffer.alloc(64),
  text("PE\0\0"),
]);
export const HTML = text("<!doctype html><title>x</title><script>alert(1)</script>");
export const SVG = text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
/** What Word 97 and encrypted office files begin with. */
export const COMPOUND = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(1024)]);
