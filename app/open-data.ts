import { Problem } from "@/app/api/problem";
import { askFrom } from "@/app/ask";
import { trustedOrigin } from "@/lib/auth/origin";
import type { Ask } from "@/lib/queries/ask";
import { openData, type OpenData } from "@/lib/queries/open-data";

/** The open tables of the day that a request asks for. Throws a Problem where that is no day: a file cannot say so. */
export async function openDataFor(
  request: Request,
): Promise<{ readonly ask: Ask; readonly data: OpenData; readonly origin: string | null }> {
  const ask = await askFrom(Object.fromEntries(new URL(request.url).searchParams));
  if (ask.ignored) {
    const { parameter, value, reason } = ask.ignored;
    throw new Problem("BadRequest", `${parameter} : « ${value} » ${reason}.`);
  }
  const origin = trustedOrigin(request.headers);
  return { ask, data: await openData(ask, origin), origin };
}
