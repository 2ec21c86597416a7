import { money, NBSP } from "@/lib/format/fr";
import { PAYER, PURPOSE } from "@/lib/format/labels";
import type { Comparison, PublishedMoney } from "@/lib/queries/cpts-published";

/** How a schedule's total is read, in few words; the engine's own label says it whole. */
export const READING_SHORT: Readonly<Record<Comparison["reading"]["id"], string>> = {
  maximum_all: "Maximum, toutes missions",
  maximum_all_no_crisis: "Maximum, toutes missions, sans crise",
  maximum_socle: "Maximum, missions socle",
  maximum_socle_no_crisis: "Maximum, missions socle, sans crise",
  minimum_socle: "Minimum, missions socle",
  start_socle: "Démarrage, missions socle",
};

type Amount = Pick<PublishedMoney, "amountCents" | "amountToCents">;

/** « 287 500 € à 580 000 € », « 15 000 € »; « montant non communiqué » where support is stated without one. */
export function amountWords({ amountCents, amountToCents }: Amount): string {
  if (amountCents === null) return "montant non communiqué";
  return amountToCents === null ? money(amountCents) : `${money(amountCents)} à ${money(amountToCents)}`;
}

/** The same with what the source makes of it: « jusqu’à 220 000 € par an ». */
export function statedWords(fact: PublishedMoney): string {
  const bound = { ceiling: "jusqu’à ", floor: "au moins ", paid: "", promised: "" }[fact.status];
  const range = fact.amountToCents !== null ? "de " : bound;
  const yearly = fact.period === "yearly" ? " par an" : "";
  return `${range}${amountWords(fact)}${yearly}`;
}

/** « ARS, écriture du projet de santé ». */
export function purposeWords({ payer, purpose }: Pick<PublishedMoney, "payer" | "purpose">): string {
  return `${PAYER[payer]}, ${PURPOSE[purpose]}`.replaceAll(" ?", `${NBSP}?`);
}
