import { headers } from "next/headers";
import { currentViewer } from "@/app/viewer";
import { Problem } from "@/app/api/problem";
import { answering, methods } from "@/app/api/respond";
import { takeOwnData } from "@/lib/commands/accounts/own-data";

export const dynamic = "force-dynamic";
export const { OPTIONS, GET, HEAD, PUT, PATCH, DELETE } = methods("POST");

/** One's own personal data, as a file. A POST: it is written down that they were taken. */
export const POST = answering(async () => {
  const site = (await headers()).get("sec-fetch-site");
  if (site !== null && site !== "same-origin") {
    throw new Problem(
      "Forbidden",
      "Cette demande vient d’un autre site. Ouvrez votre compte, puis réessayez.",
    );
  }
  const viewer = await currentViewer();
  if (viewer.accountId === null) throw new Problem("Unauthorized", "Connectez-vous, puis réessayez.");
  const now = new Date();
  const data = await takeOwnData({ viewer, now });
  return new Response(JSON.stringify(data, null, 2), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="maillage-mes-donnees-${now.toISOString().slice(0, 10)}.json"`,
      "Cache-Control": "private, no-store",
    },
  });
});
