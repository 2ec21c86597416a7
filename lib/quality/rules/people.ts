import { addMonths } from "../../kernel/date";
import { lastCounts, lastDay } from "../requirements";
import { naming, when, type Rule } from "../rule";

const COUNT_MONTHS = 12;
const PARTNER_MONTHS = 24;

export const PEOPLE_RULES: readonly Rule[] = [
  {
    id: "contact-missing",
    section: "identity",
    severity: "missing",
    title: "Aucun contact avec sa fonction",
    reason: "L’ARS et la CPAM ne savent pas à qui écrire : coordination, présidence ou secrétariat.",
    mend: "Ajoutez au moins un contact et sa fonction.",
    requires: [],
    trips: when(({ kept }) => !kept.dossier.contacts.some((one) => one.function.trim() !== "")),
  },
  {
    id: "contact-unreachable",
    section: "identity",
    severity: "missing",
    title: "Contacts sans courriel ni téléphone",
    reason: "Un nom seul ne permet pas de joindre la CPTS.",
    mend: "Ajoutez un courriel ou un numéro à l’un des contacts.",
    requires: ["contacts"],
    trips: when(
      ({ kept }) => !kept.dossier.contacts.some(({ email, phone }) => email !== null || phone !== null),
    ),
  },
  {
    id: "identity-reach",
    section: "identity",
    severity: "missing",
    title: "Ni courriel ni téléphone publics",
    reason: "Les habitants et les professionnels n’ont aucun moyen de joindre la CPTS depuis sa page.",
    mend: "Indiquez une adresse de courriel ou un numéro de la structure.",
    requires: [],
    trips: when(({ kept }) => kept.dossier.identity.email === null && kept.dossier.identity.phone === null),
  },
  {
    id: "identity-legal-form",
    section: "identity",
    severity: "missing",
    title: "Forme juridique non renseignée",
    reason: "L’ACI est signé par une personne morale : sa forme dit qui reçoit le financement.",
    mend: "Indiquez la forme juridique, le plus souvent une association.",
    requires: ["signed"],
    trips: when(({ kept }) => kept.dossier.identity.legalForm === null),
  },
  {
    id: "identity-siret",
    section: "identity",
    severity: "missing",
    title: "SIRET non renseigné",
    reason: "Sans SIRET, un versement ne se rapproche pas de la structure qui le reçoit.",
    mend: "Recopiez les quatorze chiffres de l’avis de situation INSEE.",
    requires: ["signed"],
    trips: when(({ kept }) => kept.dossier.identity.siret === null),
  },
  {
    id: "professionals-missing",
    section: "professionals",
    severity: "missing",
    title: "Aucun décompte de professionnels",
    reason: "L’adhésion des professionnels est ce que le dialogue de gestion regarde d’abord.",
    mend: "Comptez par profession les adhérents et les professionnels du territoire.",
    requires: [],
    trips: when(({ kept }) => kept.record.professionals.length === 0),
  },
  {
    id: "professionals-old",
    section: "professionals",
    severity: "late",
    title: "Décompte de professionnels de plus d’un an",
    reason: "Les départs et les arrivées d’une année changent la part d’adhérents.",
    mend: "Mettez à jour le décompte et sa date.",
    requires: ["professionals"],
    trips: when(({ kept, today }) => isOlder(kept.record.professionals, COUNT_MONTHS, today)),
  },
  {
    id: "professionals-members",
    section: "professionals",
    severity: "missing",
    title: "Adhérents non comptés",
    reason: "Sans le nombre d’adhérents, on ne sait pas qui la CPTS rassemble.",
    mend: "Ajoutez les adhérents par profession, à la date du dernier décompte.",
    requires: ["professionals"],
    trips: when((subject) => !lastCounts(subject).some(({ scope }) => scope === "members")),
  },
  {
    id: "professionals-more-members",
    section: "professionals",
    severity: "odd",
    title: "Plus d’adhérents que de professionnels sur le territoire",
    reason: "Une profession compte plus d’adhérents que de professionnels en exercice sur le territoire.",
    mend: "Vérifiez les deux nombres de cette profession.",
    requires: ["professionals"],
    trips: naming((subject) => {
      const counts = lastCounts(subject);
      const onTerritory = new Map(
        counts
          .filter(({ scope }) => scope === "territory")
          .map(({ profession, count }) => [profession, count]),
      );
      return counts
        .filter(
          ({ scope, profession, count }) =>
            scope === "members" && count > (onTerritory.get(profession) ?? count),
        )
        .map(({ profession }) => profession)
        .sort()
        .map((profession) => ({ kind: "profession" as const, profession }));
    }),
  },
  {
    id: "partners-missing",
    section: "partners",
    severity: "missing",
    title: "Aucune structure partenaire",
    reason: "Maisons et centres de santé, EHPAD, établissements : les parcours se font avec eux.",
    mend: "Ajoutez les structures avec lesquelles la CPTS travaille.",
    requires: [],
    trips: when(({ kept }) => kept.record.partners.length === 0),
  },
  {
    id: "partners-old",
    section: "partners",
    severity: "late",
    title: "Structures partenaires vues il y a plus de deux ans",
    reason: "Une liste ancienne laisse croire à des liens qui n’existent plus.",
    mend: "Relisez la liste et mettez sa date à jour.",
    requires: ["partners"],
    trips: when(({ kept, today }) => isOlder(kept.record.partners, PARTNER_MONTHS, today)),
  },
];

function isOlder(
  items: readonly { readonly asOf: { readonly latest: string } }[],
  months: number,
  today: string,
): boolean {
  const last = lastDay(items.map(({ asOf }) => asOf.latest));
  return last !== null && addMonths(last, months) < today;
}
