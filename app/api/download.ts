import type { ExportFile } from "@/lib/export";
import { EXPORT_FORMATS, formatInAddress, type ExportFormat } from "@/lib/schemas/export-format";
import { Problem } from "./problem";

/**
 * Who the file is for:
 *
 * - `everybody`: a public table. The front keeps it, like a page, until something is written;
 * - `reader`: what one account may see. Nobody keeps it, and it is sent as it is written, however long it is.
 */
export type Audience = "everybody" | "reader";

/** The format that the address asks for. Throws a Problem where there is no such format. */
export function formatOf(request: Request): ExportFormat {
  const asked = new URL(request.url).searchParams.get("format");
  const format = formatInAddress(asked);
  if (format !== null) return format;
  throw new Problem(
    "BadRequest",
    `format : « ${asked} » n’est pas un format. Formats possibles : ${EXPORT_FORMATS.join(", ")}.`,
  );
}

/** A file to be saved under its name. */
export function download({ name, type, body }: ExportFile, audience: Audience): Response {
  const headers = new Headers({ "Content-Type": type, "Content-Disposition": attachment(name) });
  for (const [field, value] of POLICY[audience]) headers.set(field, value);
  return new Response(body, { headers });
}

const POLICY: Readonly<Record<Audience, readonly (readonly [string, string])[]>> = {
  everybody: [
    ["Cache-Control", "no-cache"],
    ["Access-Control-Allow-Origin", "*"],
  ],
  // The second tells the front, and a proxy such as nginx, to send it on as it comes.
  reader: [
    ["Cache-Control", "private, no-store"],
    ["X-Accel-Buffering", "no"],
  ],
};

/** RFC 6266: the name in ASCII for all, and whole (RFC 5987) for those who read it. */
export function attachment(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const whole = encodeURIComponent(name).replace(/['()*]/g, percent);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${whole}`;
}

const percent = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
