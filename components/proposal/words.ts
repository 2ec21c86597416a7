import { count, day, list, NBSP } from "@/lib/format/fr";
import { instant } from "@/lib/format/instant";
import { PARTY } from "@/lib/format/labels";
import { SCHEDULES } from "@/lib/funding";
import type { IsoDay, Span } from "@/lib/kernel/date";
import type { ProposalChanges } from "@/lib/queries/proposal-changes";
import type { ProposalRow } from "@/lib/queries/proposals";
import type { CommuneShare, ContractAmount, PartyKind } from "@/lib/record/cpts";

export const STATUS: Readonly<Record<ProposalRow["status"], string>> = {
  submitted: "En attente de décision",
  returned: "Renvoyée",
  accepted: "Acceptée",
  withdrawn: "Retirée",
};

/** « commune entière », « 3/4 de la commune », « en partie, part non communiquée ». */
export function shareWords(share: CommuneShare): string {
  if (share === "whole") return "commune entière";
  if (share === "unknown") return "en partie, part non communiquée";
  return `${share.numerator}/${share.denominator} de la commune`;
}

export const at = (iso: string): string => instant(new Date(iso));

/** « Proposée le … par … ; renvoyée le … par … ». */
export function roundWords(row: ProposalRow): string {
  const asked = `Proposée le ${at(row.submittedAt)} par ${row.submittedBy}`;
  if (row.decidedAt === null) return asked;
  return `${asked}${NBSP}; ${STATUS[row.status].toLowerCase()} le ${at(row.decidedAt)} par ${row.decidedBy ?? ""}`;
}

export const dayOr = (value: IsoDay | null, absent: string): string => (value === null ? absent : day(value));

export const spanOf = ({ earliest, latest }: Span): Span => ({ earliest, latest });

/** « Assurance Maladie (CPAM de l’Allier) ». */
export const partyWords = ({ kind, name }: { readonly kind: PartyKind; readonly name: string }): string =>
  PARTY[kind] === name ? name : `${PARTY[kind]} (${name})`;

export const scheduleWords = (id: string | null): string =>
  id === null
    ? "celui en vigueur à chaque année du contrat"
    : (SCHEDULES.find((schedule) => schedule.id === id)?.label ?? id);

interface AmountPlace {
  readonly line: ContractAmount["line"];
  readonly part: ContractAmount["part"];
  readonly year: number | null;
}

export function amountPart({ line, part }: AmountPlace): string {
  if (line === "non_ventile") return "sans volet";
  return part === "fixed" ? "volet fixe" : "volet variable";
}

export const amountYear = ({ year }: Pick<AmountPlace, "year">): string =>
  year === null ? "toutes les années" : `année ${year}`;

/** What changes, in a sentence for each section. */
export function summaryOf({ territory, missions, contract, indicators }: ProposalChanges): string {
  const said: string[] = [];
  if (territory) {
    const { added, removed, changed, effectiveFrom } = territory;
    const parts = [
      added.communes.length > 0 && count(added.communes.length, "commune ajoutée", "communes ajoutées"),
      removed.communes.length > 0 && count(removed.communes.length, "commune retirée", "communes retirées"),
      changed.length > 0 && count(changed.length, "commune tenue autrement", "communes tenues autrement"),
    ].filter((part) => part !== false);
    const what = parts.length > 0 ? list(parts) : "mêmes communes";
    said.push(`Territoire${NBSP}: ${what}, au ${dayOr(effectiveFrom, "jour non renseigné")}.`);
  }
  if (missions) {
    const { added, removed, changed } = missions;
    said.push(`Missions${NBSP}: ${tally(added.length, removed.length, changed.length, "mission")}.`);
  }
  if (contract) {
    const { steps, contracts } = contract;
    const parts = [
      tally(steps.added.length, steps.removed.length, steps.changed.length, "étape"),
      contracts.added.length > 0 && count(contracts.added.length, "contrat ajouté", "contrats ajoutés"),
      contracts.removed.length > 0 && count(contracts.removed.length, "contrat retiré", "contrats retirés"),
      contracts.changed.length > 0 && count(contracts.changed.length, "contrat modifié", "contrats modifiés"),
    ].filter((part) => part !== false && part !== "");
    said.push(`Étapes et contrat${NBSP}: ${list(parts as string[])}.`);
  }
  if (indicators) {
    const { added, removed, changed, reordered } = indicators;
    const parts = [
      added.length > 0 && count(added.length, "ajouté"),
      removed.length > 0 && count(removed.length, "retiré"),
      changed.length > 0 && count(changed.length, "modifié"),
    ].filter((part) => part !== false);
    said.push(`Indicateurs${NBSP}: ${parts.length === 0 && reordered ? "autre ordre" : list(parts)}.`);
  }
  return said.join(" ");
}

function tally(added: number, removed: number, changed: number, feminine: string): string {
  const words = (n: number, did: string) =>
    n > 0 ? [count(n, `${feminine} ${did}`, `${feminine}s ${did}s`)] : [];
  return list([...words(added, "ajoutée"), ...words(removed, "retirée"), ...words(changed, "modifiée")]);
}
