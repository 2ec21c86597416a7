import type { MissionDeadlines } from "../funding";
import type { IsoDay, Span } from "../kernel/date";
import { when, whenInSentence } from "./fr";

/** What the agreement asks of a mission's start, in a sentence. */
export function deadlineWords(deadlines: MissionDeadlines | null): string {
  switch (deadlines?.kind) {
    case undefined:
      return "Échéances\u00a0: elles courent de la signature du contrat, qui n’est pas encore sur la fiche.";
    case "free":
      return "Mission complémentaire\u00a0: l’accord ne fixe aucune échéance.";
    case "a_confirmer":
      return "Mission créée après la signature\u00a0: échéance à confirmer.";
    case "dated": {
      const { startBefore, deployedBefore } = deadlines;
      return `Échéances de l’ACI\u00a0: démarrage avant ${when(startBefore)}, plein déploiement avant ${when(deployedBefore)}.`;
    }
  }
}

/** What is odd in a start, to be looked at and never refused; null where nothing is. */
export function timingWarning(
  startedOn: IsoDay | null,
  deadlines: MissionDeadlines | null,
  signed: Span | null,
  today: IsoDay,
): string | null {
  if (startedOn !== null && signed !== null && startedOn < signed.earliest) {
    return `Démarrage antérieur à la signature du contrat (${whenInSentence(signed)})\u00a0: vérifiez le jour.`;
  }
  if (deadlines?.kind !== "dated") return null;
  const last = deadlines.startBefore.latest;
  if (startedOn === null) {
    return last < today
      ? `Sans jour de démarrage, alors que l’échéance est passée (${when(deadlines.startBefore)}).`
      : null;
  }
  if (startedOn > last) return `Démarrage après l’échéance de l’ACI (${when(deadlines.startBefore)}).`;
  return startedOn > today ? "Démarrage à venir." : null;
}
