import { returnFromProvider } from "@/lib/commands/accounts/identity";
import { IDENTITY_PROVIDER } from "@/lib/auth/ways-in";
import { Problem } from "@/app/api/problem";
import { answering, methods } from "@/app/api/respond";

export const dynamic = "force-dynamic";
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methods("GET");

interface Context {
  readonly params: Promise<{ readonly all: readonly string[] }>;
}

/** The identity provider's answer, and nothing else: better-auth's own interface is not open. */
export const GET = answering<Context>(async (request, { params }) => {
  const { all } = await params;
  const isCallback = all.join("/") === `callback/${IDENTITY_PROVIDER}`;
  const answer = isCallback ? await returnFromProvider(request) : null;
  if (answer === null) throw new Problem("NotFound", "Il n’y a rien à cette adresse.");
  return answer;
});
