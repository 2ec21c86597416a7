import { heldNow, statedPopulation } from "../requirements";
import { naming, when, type Rule } from "../rule";

/** A stated population may be of another year than the reference: one tenth apart asks for a look. */
const FAR_TENTHS = 1;

export const TERRITORY_RULES: readonly Rule[] = [
  {
    id: "territory-missing",
    section: "territory",
    severity: "missing",
    title: "Territoire non renseigné",
    reason:
      "Sans ses communes, la CPTS ne compte pas dans la couverture du département, et ni sa population ni sa taille ne se calculent.",
    mend: "Dessinez le territoire, ou collez la liste de ses communes.",
    requires: [],
    trips: when((subject) => heldNow(subject).length === 0),
  },
  {
    id: "territory-estimated",
    section: "territory",
    severity: "odd",
    title: "Périmètre seulement estimé",
    reason:
      "Le périmètre est déduit de documents publics, non déclaré : la couverture et le montant du contrat reposent sur une estimation.",
    mend: "Vérifiez les communes une à une, puis proposez le territoire : il deviendra déclaré.",
    requires: ["territory"],
    trips: when((subject) => heldNow(subject).some(({ basis }) => basis === "estimated")),
  },
  {
    id: "territory-population-far",
    section: "territory",
    severity: "odd",
    title: "Population publiée loin de la population calculée",
    reason:
      "Plus d’un dixième sépare la population publiée de celle des communes du territoire : l’un des deux est faux, ou a changé, et la taille de la CPTS en dépend.",
    mend: "Comparez le territoire au contrat : ajoutez les communes qui manquent, retirez celles qui n’en sont pas.",
    requires: ["territory", "computed_population", "declared_population"],
    trips: when((subject) => {
      const stated = statedPopulation(subject);
      const computed = subject.facts.population;
      if (stated === null || computed === null) return false;
      return 10 * computed.max < (10 - FAR_TENTHS) * stated || 10 * computed.min > (10 + FAR_TENTHS) * stated;
    }),
  },
  {
    id: "territory-overlap",
    section: "territory",
    severity: "odd",
    title: "Communes tenues aussi par une autre CPTS, sans explication",
    reason:
      "Une commune tenue par deux CPTS ne compte qu’une fois dans la couverture, mais deux fois dans leurs tailles : le financement en dépend.",
    mend: "Retirez ces communes, n’en gardez qu’une partie, ou notez pourquoi elles sont partagées.",
    requires: ["territory"],
    trips: naming(({ facts }) =>
      [...facts.overlaps].sort().map((code) => ({ kind: "commune" as const, code })),
    ),
  },
  {
    id: "territory-share-unknown",
    section: "territory",
    severity: "missing",
    title: "Part de commune inconnue",
    reason: "Une commune tenue en partie, sans dire laquelle, laisse la population entre deux bornes.",
    mend: "Indiquez la part de la population tenue (par exemple 1/3), ou la commune entière.",
    requires: ["territory"],
    trips: naming((subject) =>
      heldNow(subject)
        .filter(({ share }) => share === "unknown")
        .map(({ commune }) => commune)
        .sort()
        .map((code) => ({ kind: "commune" as const, code })),
    ),
  },
  {
    id: "territory-commune-gone",
    section: "territory",
    severity: "odd",
    title: "Communes qui n’existent plus",
    reason: "Une commune fusionnée ou supprimée n’est comptée nulle part : sa population manque.",
    mend: "Remplacez-la par la commune d’aujourd’hui.",
    requires: ["territory"],
    trips: naming(({ facts }) =>
      [...facts.unknownCommunes].sort().map((code) => ({ kind: "commune" as const, code })),
    ),
  },
  {
    id: "territory-before-steps",
    section: "territory",
    severity: "odd",
    title: "Territoire en vigueur avant toute étape",
    reason:
      "Le territoire prend effet avant la lettre d’intention et la signature : les dates des étapes ou celle du territoire sont à revoir.",
    mend: "Corrigez la date d’effet du territoire, ou complétez les étapes.",
    requires: ["declared_territory", "steps"],
    trips: when((subject) => {
      const days = subject.kept.record.events.map(({ when: { earliest } }) => earliest).sort();
      const first = days[0];
      return (
        first !== undefined &&
        heldNow(subject).some(({ from, basis }) => basis === "declared" && from < first)
      );
    }),
  },
];
