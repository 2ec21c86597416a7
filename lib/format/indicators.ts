/** The words of the indicators that a variable share is measured by. */
import {
  measureWords,
  thresholdWords,
  type Direction,
  type IndicatorKind,
  type IndicatorSum,
} from "../funding";
import type { IndicatorTerms } from "../record/indicators";
import { money, NBSP } from "./fr";
import { MISSION } from "./labels";
import { typeset } from "./typography";

export const INDICATOR_KIND: Readonly<Record<IndicatorKind, string>> = {
  action: "Action",
  result: "Résultat",
};

export const DIRECTION: Readonly<Record<Direction, string>> = {
  rising: "À la hausse (atteint à partir du palier)",
  falling: "À la baisse (atteint jusqu’au palier)",
};

/** « 80 % ou plus : 12 000 € », one step after the other; « tout ou rien » where there is one. */
export function stepsWords({ steps, unit, direction }: IndicatorTerms): string {
  const said = steps
    .map(
      ({ threshold, amountCents }) =>
        `${typeset(thresholdWords(threshold, { unit, direction }))}${NBSP}: ${money(amountCents)}`,
    )
    .join(`${NBSP}; `);
  return steps.length === 1 ? `${said} (tout ou rien)` : said;
}

/** « 72 % »; null where the contract states none. */
export const baselineWords = ({ baseline, unit }: IndicatorTerms): string | null =>
  baseline === null ? null : typeset(measureWords(baseline, unit));

/** « année 2 », « années 1 à 3 », « à partir de l’année 2 », « toutes les années ». */
export function yearsWords({
  fromYear,
  toYear,
}: {
  readonly fromYear: number;
  readonly toYear: number | null;
}): string {
  if (toYear === null) return fromYear === 1 ? "toutes les années" : `à partir de l’année ${fromYear}`;
  return fromYear === toYear ? `année ${fromYear}` : `années ${fromYear} à ${toYear}`;
}

/** Why an envelope is not known, after « enveloppe » : « non communiquée : … ». */
export const NO_ENVELOPE: Readonly<Record<"no_size" | "no_schedule" | "no_line", string>> = {
  no_size: `taille de la CPTS non communiquée${NBSP}: la somme n’est pas vérifiée`,
  no_schedule: `jour de signature incertain, deux barèmes possibles${NBSP}: la somme n’est pas vérifiée`,
  no_line: `ni l’annexe ni le barème n’ont de volet variable pour cette mission${NBSP}: la somme n’est pas vérifiée`,
};

/** After « Les indicateurs »: both figures, the years, what is missing or too much, and how to mend it. */
export function mismatchWords(
  { mission, fromYear, toYear, sumCents, envelope, differenceCents }: IndicatorSum,
  contract: number | null,
): string {
  const where = contract === null ? "" : `contrat ${contract}, `;
  const difference = differenceCents ?? 0;
  const gap = difference < 0 ? `il manque ${money(-difference)}` : `il y a ${money(difference)} de trop`;
  const isAnnex = envelope.from === "contract";
  const schedule = envelope.mark === "H" ? "barème, hypothèse à confirmer" : "barème";
  const mend = isAnnex
    ? "ou le montant du volet dans «\u00a0Étapes et contrat\u00a0»"
    : "ou saisissez dans «\u00a0Étapes et contrat\u00a0» le montant de l’annexe, qui l’emporte sur le barème";
  return (
    `de la mission «${NBSP}${MISSION[mission].short}${NBSP}» (${where}${yearsWords({ fromYear, toYear })}) ` +
    `totalisent ${money(sumCents)}, pour une enveloppe variable de ${money(envelope.cents ?? 0)} ` +
    `(${isAnnex ? "annexe du contrat" : schedule})${NBSP}: ${gap}. Corrigez les derniers paliers, ${mend}`
  );
}
