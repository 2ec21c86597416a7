import type { z } from "zod";
import { today } from "@/app/ask";
import { ANONYMOUS } from "@/lib/auth/can";
import type { IsoDay } from "@/lib/kernel/date";
import type { Ask } from "@/lib/queries/ask";
import { Problem } from "./problem";

/** What is read of a request, or the problem that says why it cannot be. */

const MOST_BYTES = 64 * 1024;

/** Who asks, and about which day: today unless told. The API is read without an account. */
export async function askAt(asOf?: IsoDay): Promise<Ask> {
  const day = await today();
  return { viewer: ANONYMOUS, today: day, asOf: asOf ?? day };
}

/** The parameters of the address. A parameter that is unknown or repeated is refused: it would go unheeded. */
export function queryOf<T extends z.ZodType>(request: Request, schema: T): z.infer<T> {
  const { searchParams } = new URL(request.url);
  const repeated = [...new Set(searchParams.keys())].filter((name) => searchParams.getAll(name).length > 1);
  const faults = repeated.map((parameter) => ({ parameter, detail: "est donné plusieurs fois" }));
  const parsed = schema.safeParse(Object.fromEntries(searchParams));
  if (parsed.success && faults.length === 0) return parsed.data;

  for (const issue of parsed.error?.issues ?? []) {
    if (issue.code === "unrecognized_keys") {
      faults.push(...issue.keys.map((parameter) => ({ parameter, detail: "n’existe pas à cette adresse" })));
    } else {
      faults.push({ parameter: String(issue.path[0] ?? ""), detail: issue.message });
    }
  }
  const sentence = faults.map(({ parameter, detail }) =>
    saying(parameter, searchParams.get(parameter), detail),
  );
  throw new Problem("BadRequest", sentence.join(" "), { errors: faults });
}

/** The JSON of the body, at most 64 kB, as its schema accepts it. */
export async function bodyOf<T extends z.ZodType>(request: Request, schema: T): Promise<z.infer<T>> {
  const parsed = schema.safeParse(parse(await textOf(request)));
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({ pointer: pointerTo([...issue.path, key]), detail: "n’existe pas ici" }))
      : [{ pointer: pointerTo(issue.path), detail: issue.message }],
  );
  const sentence = errors.map(({ pointer, detail }) => `${fieldAt(pointer)} ${detail}.`);
  throw new Problem("UnprocessableContent", sentence.join(" "), { errors });
}

function parse(text: string): unknown {
  if (text.trim() === "") {
    throw new Problem(
      "BadRequest",
      "Le corps est vide : envoyez un objet JSON, décrit à /api/v1/openapi.json.",
    );
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem(
      "BadRequest",
      "Le corps n’est pas du JSON : vérifiez les guillemets, les virgules et les accolades.",
    );
  }
}

/** Stops reading as soon as the limit is passed, whatever length was announced. */
async function textOf(request: Request): Promise<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    size += next.value.byteLength;
    if (size > MOST_BYTES) {
      await reader?.cancel();
      throw new Problem("ContentTooLarge", "Le corps dépasse 64 ko : une simulation en tient un seul.");
    }
    chunks.push(next.value);
  }
  try {
    return decoder.decode(Buffer.concat(chunks));
  } catch {
    throw new Problem("BadRequest", "Le corps n’est pas du texte en UTF-8.");
  }
}

function saying(parameter: string, value: string | null, detail: string): string {
  return value === null ? `${parameter} ${detail}.` : `${parameter} : « ${value} » ${detail}.`;
}

/** RFC 6901: `/missions/0/mission`; the whole body is the empty pointer. */
function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

const fieldAt = (pointer: string): string =>
  pointer === "" ? "Le corps" : pointer.slice(1).replaceAll("/", ".");
