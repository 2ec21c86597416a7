import { percent, publishedRate, when } from "@/lib/format/fr";
import type { PublishedRates } from "@/lib/queries/territory-rows";
import type { Rate } from "@/lib/kernel/rate";

/** « 66,9 % », of a base that is never empty here. */
export function rateText(value: Rate, digits = 1): string {
  return percent(value, digits) ?? "";
}

/** « 51,2 % et 68,4 % »: the published pair, without its words. */
export function publishedShort({ signedRate, signedOrUnderWayRate }: PublishedRates): string | null {
  const rates = [signedRate, signedOrUnderWayRate].filter((one) => one !== null).map(publishedRate);
  return rates.length === 0 ? null : rates.join(" et ");
}

/** « 99,8 % signé, base « du territoire », janv. 2025 »: the base in the source's own words. */
export function publishedLong(published: PublishedRates): string | null {
  const { signedRate, signedOrUnderWayRate, base, asOf } = published;
  const told = [
    signedRate !== null && `${publishedRate(signedRate)} signé`,
    signedOrUnderWayRate !== null && `${publishedRate(signedOrUnderWayRate)} signé ou en cours`,
  ].filter((one) => one !== false);
  return told.length === 0 ? null : [...told, `base «\u00a0${base}\u00a0»`, when(asOf)].join(", ");
}
