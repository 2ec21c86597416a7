import { connection } from "next/server";
import { ANONYMOUS } from "@/lib/auth/can";
import type { IsoDay } from "@/lib/kernel/date";
import { parisDay } from "@/lib/kernel/today";
import type { Ask } from "@/lib/queries/ask";
import { dateInAddress, type Ignored, type Query } from "@/lib/schemas/address";

/** Today in France, or `MAILLAGE_TODAY`. Read at the request, never while building. */
export async function today(): Promise<IsoDay> {
  await connection();
  return parisDay(new Date(), process.env.MAILLAGE_TODAY);
}

/** Who asks and about which day: `?date=`, else today; what was ignored of the address, to be said on the page. */
export async function askFrom(query: Query): Promise<Ask & { readonly ignored: Ignored | null }> {
  const day = await today();
  return { viewer: ANONYMOUS, today: day, ...dateInAddress(query, day) };
}
