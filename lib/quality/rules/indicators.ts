import { currentContract, openMissions } from "../requirements";
import { naming, type Rule } from "../rule";
import { named } from "./missions";

export const INDICATOR_RULES: readonly Rule[] = [
  {
    id: "mission-without-indicators",
    section: "indicators",
    severity: "missing",
    title: "Mission engagée sans indicateurs",
    reason:
      "Sans les indicateurs de l’annexe, le volet variable se calcule sur un taux d’atteinte global, que rien ne détaille.",
    mend: "Recopiez de l’annexe les indicateurs de la mission et leurs paliers, si elle en fixe.",
    requires: ["contract", "missions"],
    trips: naming((subject) => {
      const measured = new Set(currentContract(subject)?.indicators.map(({ mission }) => mission));
      return named(
        openMissions(subject)
          .map(({ mission }) => mission)
          .filter((mission) => !measured.has(mission)),
      );
    }),
  },
  {
    id: "indicators-uneven",
    section: "indicators",
    severity: "odd",
    title: "Indicateurs qui ne totalisent plus l’enveloppe",
    reason:
      "La taille ou l’annexe a changé depuis : les derniers paliers ne font plus le volet variable de la ligne, qui reste à confirmer.",
    mend: "Corrigez les paliers de l’annexe, ou le montant du volet variable.",
    requires: ["indicators"],
    trips: naming(({ facts }) => named(facts.unevenIndicators)),
  },
];
