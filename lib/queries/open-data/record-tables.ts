import type { Table } from "../../export";
import { LIFECYCLE, MEASURE, PAYER, PERIMETER, PURPOSE, STATUS } from "../../format/labels";
import { columnsOf, NOT_APPLICABLE, NOT_TOLD, WORDS } from "../tables/columns";
import type { OpenCommune, OpenFacts } from "./load";

/** The tables of the public record that no page shows whole. Free remarks of those who keep a record are left out. */
type Row<List extends keyof OpenFacts> = OpenFacts[List] extends readonly (infer Item)[] ? Item : never;

const CITATION = ["citation", "Citation", "Phrase de la source qui le dit (table citations)"] as const;
const CPTS = ["cpts", "CPTS", "Identifiant de la CPTS (table cpts)"] as const;
const DEPARTMENT = ["department", "Département", "Code INSEE du département"] as const;

const links = columnsOf<Row<"links">>();

export const LINKS: Table<Row<"links">> = {
  id: "cpts-departements",
  title: "Départements des CPTS",
  description: "Les départements auxquels une source rattache chaque CPTS, périmètre connu ou non.",
  key: ["cpts", "department"],
  columns: [
    links.text(...CPTS, ({ slug }) => slug),
    links.code(...DEPARTMENT, ({ code }) => code),
    links.integer("rank", "Rang", "1 pour celui qui est nommé d’abord", ({ rank }) => rank),
    links.text(...CITATION, ({ citation }) => citation),
  ],
};

const events = columnsOf<Row<"events">>();

export const EVENTS: Table<Row<"events">> = {
  id: "etapes",
  title: "Étapes des CPTS",
  description:
    "Lettres d’intention, projets validés, signatures, avenants, renouvellements, résiliations : un jour incertain est donné par ses deux bornes.",
  key: [],
  columns: [
    events.text(...CPTS, ({ slug }) => slug),
    events.coded("kind", "Étape", "Ce qui a lieu", LIFECYCLE, ({ kind }) => kind),
    ...events.span("day", "Jour", "Jour où elle a lieu", ({ when }) => when),
    events.text(...CITATION, ({ citation }) => citation),
  ],
};

const { declared, estimated } = PERIMETER;
const BASIS = { declared, estimated };
const memberships = columnsOf<Row<"memberships">>();

export const MEMBERSHIPS: Table<Row<"memberships">> = {
  id: "perimetres",
  title: "Périmètres datés",
  description: "Quelle commune est du territoire de quelle CPTS, depuis quand et jusqu’à quand.",
  key: ["cpts", "commune", "from"],
  columns: [
    memberships.text(...CPTS, ({ slug }) => slug),
    memberships.code(
      "commune",
      "Commune",
      "Code INSEE de la commune (table communes)",
      ({ commune }) => commune,
    ),
    memberships.day("from", "Du", "Premier jour, inclus", ({ from }) => from),
    memberships.day(
      "to",
      "Au",
      "Premier jour où elle n’en est plus ; vide si elle en est toujours",
      ({ to }) => to,
    ),
    memberships.decimal("share", "Part", "Part de la commune, de 0 à 1", ({ share }) => {
      if (share === "whole") return 1;
      return share === "unknown" ? NOT_TOLD : share.numerator / share.denominator;
    }),
    memberships.coded(
      "basis",
      "Périmètre",
      "Déclaré, ou estimé d’après une intercommunalité",
      BASIS,
      (row) => row.basis,
    ),
    memberships.text(...CITATION, ({ citation }) => citation),
  ],
};

const figures = columnsOf<Row<"figures">>();

export const FIGURES: Table<Row<"figures">> = {
  id: "chiffres-des-cpts",
  title: "Chiffres publiés des CPTS",
  description: "Ce que les sources disent de chaque CPTS : habitants, communes, taille, professionnels.",
  key: [],
  columns: [
    figures.text(...CPTS, ({ slug }) => slug),
    figures.coded("measure", "Mesure", "Ce qui est compté", MEASURE, ({ measure }) => measure),
    figures.integer("value", "Valeur", "Nombre", ({ value }) => value),
    figures.coded(
      "qualifier",
      "Précision",
      "Comment la source le donne",
      WORDS.qualifier,
      (row) => row.qualifier,
    ),
    ...figures.span("as_of", "Date", "Date du chiffre", ({ asOf }) => asOf),
    figures.text(...CITATION, ({ citation }) => citation),
  ],
};

const funding = columnsOf<Row<"funding">>();
const PERIOD = { once: "une fois", yearly: "par an" } as const;

export const FUNDING: Table<Row<"funding">> = {
  id: "financements",
  title: "Financements publiés",
  description:
    "Ce que les sources disent de l’argent promis ou versé, à une CPTS ou à un département sans nommer la CPTS. Euros.",
  key: [],
  columns: [
    funding.text(...CPTS, ({ slug }) => slug ?? NOT_APPLICABLE),
    funding.code(...DEPARTMENT, (row) => row.department ?? NOT_APPLICABLE),
    funding.coded("payer", "Payeur", "Qui paie", PAYER, ({ payer }) => payer),
    funding.coded("purpose", "Objet", "Pour quoi", PURPOSE, ({ purpose }) => purpose),
    funding.coded("status", "Statut", "Annoncé, versé, plafond ou plancher", STATUS, ({ status }) => status),
    funding.coded("period", "Période", "Une fois, ou chaque année", PERIOD, ({ period }) => period),
    funding.cents(
      "amount",
      "Montant",
      "Euros ; le moins d’une fourchette",
      (row) => row.amountCents ?? NOT_TOLD,
    ),
    funding.cents(
      "amount_to",
      "jusqu’à",
      "Euros ; le plus d’une fourchette",
      (row) => row.amountToCents ?? NOT_APPLICABLE,
    ),
    ...funding.span("as_of", "Date", "Date de ce que dit la source", ({ asOf }) => asOf),
    funding.text(
      "note",
      "Lecture",
      "Comment la phrase a été lue, et ce qui reste ambigu",
      ({ note }) => note,
    ),
    funding.text(...CITATION, ({ citation }) => citation),
  ],
};

const communes = columnsOf<OpenCommune>();

export const COMMUNES: Table<OpenCommune> = {
  id: "communes",
  title: "Communes",
  description: "Toutes les communes, leurs habitants, et l’étape des CPTS qui les couvrent à la date.",
  key: ["code"],
  columns: [
    communes.code("code", "Code", "Code INSEE", ({ code }) => code),
    communes.text("name", "Commune", "Nom", ({ row }) => row.name),
    communes.code(...DEPARTMENT, ({ row }) => row.departmentCode),
    communes.code(
      "epci",
      "Code de l’EPCI",
      "SIREN de l’intercommunalité",
      ({ row }) => row.epciCode ?? NOT_APPLICABLE,
    ),
    communes.text("epci_name", "EPCI", "Intercommunalité", ({ row }) => row.epciName ?? NOT_APPLICABLE),
    communes.integer("population", "Habitants", "Population municipale", ({ population }) => population),
    communes.integer(
      "area_hectares",
      "Hectares",
      "Superficie, tirée des contours",
      (row) => row.areaHectares ?? NOT_TOLD,
    ),
    communes.coded(
      "stage",
      "Étape",
      "La plus haute des CPTS qui la tiennent",
      WORDS.stage,
      ({ stage }) => stage,
    ),
    communes.coded(
      "possible_stage",
      "Étape possible",
      "Étape plus haute qu’un jour incertain rend possible ; vide quand rien n’est incertain",
      WORDS.stage,
      ({ possibleStage }) => possibleStage,
    ),
    communes.boolean(
      "estimated",
      "Estimé",
      "L’étape ne tient qu’à un périmètre estimé",
      ({ stage, estimated }) => (stage === "none" ? NOT_APPLICABLE : estimated),
    ),
    communes.coded(
      "past_term",
      "Terme dépassé",
      "Signée seulement par des contrats au terme dépassé, renouvellement non renseigné",
      WORDS.pastTerm,
      ({ pastTerm }) => pastTerm,
    ),
  ],
};
