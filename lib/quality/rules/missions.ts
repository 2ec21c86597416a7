import { MISSIONS, type Mission } from "../../record/cpts";
import { openMissions } from "../requirements";
import { naming, when, type About, type Rule } from "../rule";
import type { Subject } from "../subject";

export const PROJECT_RULES: readonly Rule[] = [
  {
    id: "project-summary",
    section: "project",
    severity: "missing",
    title: "Projet de santé sans résumé",
    reason: "Le projet est validé, mais rien ne dit ici ce qu’il veut changer pour les habitants.",
    mend: "Écrivez en quelques lignes les besoins et les priorités du projet.",
    requires: ["validated"],
    trips: when(({ kept }) => (kept.dossier.project.summary ?? "").trim() === ""),
  },
  {
    id: "project-axes",
    section: "project",
    severity: "missing",
    title: "Projet de santé sans axes",
    reason: "Le projet est validé : ses axes disent à quoi servent les missions financées.",
    mend: "Ajoutez les axes du projet, et la mission que chacun sert.",
    requires: ["validated"],
    trips: when(({ kept }) => kept.dossier.project.axes.length === 0),
  },
  {
    id: "mission-without-axis",
    section: "project",
    severity: "odd",
    title: "Mission engagée qu’aucun axe ne sert",
    reason: "Une mission financée sans axe du projet de santé se justifie mal au dialogue de gestion.",
    mend: "Rattachez un axe à cette mission, ou ajoutez-en un.",
    requires: ["missions", "axes"],
    trips: naming((subject) => {
      const served = new Set(subject.kept.dossier.project.axes.map(({ mission }) => mission));
      return named(
        openMissions(subject)
          .map(({ mission }) => mission)
          .filter((mission) => !served.has(mission)),
      );
    }),
  },
];

export const MISSION_RULES: readonly Rule[] = [
  {
    id: "missions-missing",
    section: "missions",
    severity: "missing",
    title: "Aucune mission engagée",
    reason: "L’ACI est signé : chaque mission du socle ouvre un volet fixe et un volet variable.",
    mend: "Indiquez les missions du contrat et leurs dates de démarrage.",
    requires: ["signed"],
    trips: when((subject) => openMissions(subject).length === 0),
  },
  {
    id: "mission-not-started",
    section: "missions",
    severity: "late",
    title: "Mission sans démarrage après l’échéance de l’ACI",
    reason:
      "L’ACI demande que la mission ait démarré dans les mois qui suivent la signature ; tant qu’aucune date ne le dit, son financement n’est pas assuré.",
    mend: "Indiquez le jour de démarrage, ou convenez d’une date avec l’ARS et la CPAM.",
    requires: ["signed", "missions"],
    trips: naming((subject) => {
      const late = overdue(subject);
      return named(
        openMissions(subject)
          .filter(({ mission, startedOn }) => startedOn === null && late.has(mission))
          .map(({ mission }) => mission),
      );
    }),
  },
  {
    id: "mission-not-engaged",
    section: "missions",
    severity: "late",
    title: "Mission du socle non engagée après l’échéance de l’ACI",
    reason:
      "Les missions du socle sont obligatoires : celle-ci n’est pas dans la fiche, et son échéance est passée.",
    mend: "Ajoutez la mission et sa date de démarrage.",
    requires: ["signed", "missions"],
    trips: naming((subject) => {
      const engaged = new Set(subject.kept.record.missions.map(({ mission }) => mission));
      return named([...overdue(subject)].filter((mission) => !engaged.has(mission)));
    }),
  },
  {
    id: "mission-without-objective",
    section: "missions",
    severity: "missing",
    title: "Mission engagée sans objectif",
    reason: "Le volet variable se mesure à des objectifs : sans eux, rien n’est à évaluer.",
    mend: "Écrivez au moins un objectif de la mission.",
    requires: ["missions"],
    trips: naming((subject) =>
      named(
        openMissions(subject)
          .filter(({ objectives }) => objectives.length === 0)
          .map(({ mission }) => mission),
      ),
    ),
  },
];

/** The missions that the ACI wanted started by now, whatever the uncertain day of the signature. */
function overdue({ facts, today }: Subject): ReadonlySet<Mission> {
  return new Set(facts.starts.filter(({ before }) => before.latest < today).map(({ mission }) => mission));
}

/** In the order of the agreement. */
export function named(missions: readonly Mission[]): readonly About[] {
  return MISSIONS.filter((mission) => missions.includes(mission)).map((mission) => ({
    kind: "mission" as const,
    mission,
  }));
}
