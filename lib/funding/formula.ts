/** The sentence that says how a line's due was found, in plain French. */
import { type ContractYear, isCutByTerm, wholeYearDays } from "./contract-years";
import type { EnvelopeLine } from "./line";
import { dayWords, moneyWords, percentWords } from "./words";

/** One readable sentence: « 50 000 € × 184 / 365 = 25 205,48 € : … ». */
export function formulaOf(line: EnvelopeLine, year: ContractYear): string {
  const amount = line.amountCents === null ? "montant inconnu" : moneyWords(line.amountCents);
  const found = typeof line.due === "number" ? moneyWords(line.due) : "";
  const { numerator, denominator } = line.fraction ?? { numerator: 1, denominator: 1 };
  switch (line.reason) {
    case "full":
      return full(line, amount);
    case "prorated":
      return `${amount} × ${numerator} / ${denominator} = ${found} : du démarrage de la mission, le ${startWords(line)}, à la fin de l’année du contrat, le ${dayWords(year.end)}.`;
    case "shortened":
      return `${amount} × ${numerator} / ${denominator} = ${found} : jours où ${line.line === "fonctionnement" ? "le contrat a couru" : "la mission a été à l’œuvre"}, sur ceux ${isCutByTerm(year) ? "d’une année entière : le terme est en cours d’année" : "de l’année du contrat"}.`;
    case "indicators":
      return indicatorsSum(line, found, amount);
    case "indicators_unknown":
      return `Jusqu’à ${amount}, selon les indicateurs du contrat : ${unmeasured(line)} sans valeur pour l’année.`;
    case "indicators_mismatch":
      return `À confirmer : les indicateurs du contrat totalisent ${moneyWords(maximumOf(line))} pour une enveloppe de ${amount}.`;
    case "achieved":
      return `${amount} × ${percentWords(numerator, denominator)} = ${found} : objectifs atteints, sans prorata.`;
    case "apportioned":
      return `${amount} × ${moneyWords(numerator)} / ${moneyWords(denominator)} = ${found} : dans la proportion de ce que les missions gagnent, faute de règle publiée.`;
    case "not_started":
      return startsAfter(line, year);
    case "contract_ended":
      return "Sans objet : le contrat a pris fin avant cette année.";
    case "mission_ended":
      return "Sans objet : la mission a pris fin avant cette année.";
    case "start_unknown":
      return `${amount} × jours restants / ${wholeYearDays(year)} : la date de démarrage de la mission n’est pas connue.`;
    case "achievement_unknown":
      return `${amount} × taux d’atteinte des objectifs : les résultats de l’année ne sont pas connus.`;
    case "crisis_unknown":
      return `${amount} si l’ARS a reconnu une crise dans l’année : cela n’est pas connu.`;
    case "crisis_not_recognised":
      return `Sans objet : aucune crise reconnue par l’ARS dans l’année ; ${amount} sinon.`;
    case "not_engaged":
      return `Sans objet : mission non engagée ; ${amount} pour une année pleine sinon.`;
    case "options_not_engaged":
      return `Sans objet : ne compte que si les deux missions complémentaires sont engagées ; ${amount} sinon.`;
    case "itemised_by_contract":
      return "Sans objet : le contrat donne lui-même le montant de chaque mission.";
    case "missions_unknown":
      return `Jusqu’à ${amount} : à confirmer tant que ce que gagnent les missions n’est pas connu.`;
    case "created_later":
      return `${amount} pour une année pleine : mission créée après la signature, son démarrage reste à confirmer.`;
    case "no_amount":
      return "À confirmer : le barème retenu n’a pas de montant pour cette mission.";
    case "past_term":
      return `${amount} pour une année pleine si le contrat est renouvelé : le terme est dépassé, le renouvellement n’est pas renseigné.`;
  }
}

function full(line: EnvelopeLine, amount: string): string {
  if (line.line === "fonctionnement") return `${amount} : dû en entier pour l’année.`;
  if (line.line === "non_ventile") return `${amount} : dû en entier, les missions gagnant leur maximum.`;
  return `${amount} : dû en entier, la mission étant démarrée au premier jour de l’année du contrat.`;
}

function startsAfter(line: EnvelopeLine, { end }: ContractYear): string {
  const { startedOn } = line;
  const after =
    startedOn !== null && startedOn <= end
      ? "après la fin du contrat ou de la mission"
      : `après la fin de l’année du contrat, le ${dayWords(end)}`;
  return `0 € : la mission démarre le ${startWords(line)}, ${after}.`;
}

/** « 12 000 € + 0 € = 12 000 € sur 35 000 € : … ». */
function indicatorsSum({ indicators }: EnvelopeLine, found: string, amount: string): string {
  const terms = (indicators ?? []).map(({ earnedCents }) => moneyWords(earnedCents ?? 0));
  const sum = terms.length > 1 ? `${terms.join(" + ")} = ${found}` : found;
  return `${sum} sur ${amount} : paliers atteints par les indicateurs du contrat, sans prorata.`;
}

function unmeasured({ indicators }: EnvelopeLine): string {
  const count = (indicators ?? []).filter(({ earnedCents }) => earnedCents === null).length;
  return count === 1 ? "un reste" : `${count} restent`;
}

function maximumOf({ indicators }: EnvelopeLine): number {
  return (indicators ?? []).reduce((sum, { maximumCents }) => sum + maximumCents, 0);
}

function startWords({ startedOn }: EnvelopeLine): string {
  return startedOn === null ? "jour inconnu" : dayWords(startedOn);
}
