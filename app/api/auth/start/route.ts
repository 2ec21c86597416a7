import { leaveForProvider } from "@/lib/commands/accounts/identity";
import { Problem } from "@/app/api/problem";
import { answering, methods } from "@/app/api/respond";

export const dynamic = "force-dynamic";
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methods("GET");

/** Leaves for the identity provider. A link, not a form: the content security policy holds forms to this site. */
export const GET = answering(async (request) => {
  const { searchParams } = new URL(request.url);
  const now = new Date();
  const departure = await leaveForProvider(request.headers, now, {
    returnTo: searchParams.get("retour"),
    invitation: searchParams.get("invitation"),
  });
  if (departure === null) {
    throw new Problem("NotFound", "Aucun fournisseur d’identité n’est réglé, ou PUBLIC_URL manque.");
  }
  if ("until" in departure) {
    const seconds = Math.ceil((departure.until.getTime() - now.getTime()) / 1000);
    throw new Problem(
      "TooManyRequests",
      `Trop d’essais. Réessayez dans ${Math.ceil(seconds / 60)} minutes.`,
      {},
      { "Retry-After": String(seconds) },
    );
  }
  const headers = new Headers(departure.headers);
  headers.set("Location", departure.url);
  headers.set("Cache-Control", "no-store");
  return new Response(null, { status: 302, headers });
});
