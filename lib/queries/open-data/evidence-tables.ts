import type { Table } from "../../export";
import { QUALIFIER } from "../../format/fr";
import { SOURCE_KIND } from "../../format/labels";
import type { PublishedCoverage, PublishedFigure } from "../../record/cpts";
import type { Citation, Source } from "../../record/sources";
import { columnsOf, NOT_APPLICABLE, NOT_TOLD } from "../tables/columns";

const CITATION = ["citation", "Citation", "Phrase de la source qui le dit (table citations)"] as const;

const coverage = columnsOf<PublishedCoverage>();
const rate = (tenThousandths: number | null) =>
  tenThousandths === null ? NOT_TOLD : tenThousandths / 10_000;

export const PUBLISHED_COVERAGE: Table<PublishedCoverage> = {
  id: "couverture-publiee",
  title: "Couverture publiée des départements",
  description:
    "Les taux que des sources publient, à leurs dates et sur leurs bases, jamais mêlés aux taux calculés.",
  key: [],
  columns: [
    coverage.code("department", "Département", "Code INSEE du département", ({ department }) => department),
    ...coverage.span("as_of", "Date", "Date du taux", ({ asOf }) => asOf),
    coverage.integer("signed_cpts", "CPTS signées", "Nombre", ({ signedCpts }) => signedCpts ?? NOT_TOLD),
    coverage.rate("signed_rate", "Taux signé", "De 0 à 1", ({ signedRate }) => rate(signedRate)),
    coverage.rate("signed_or_under_way_rate", "Taux signé ou en cours", "De 0 à 1", (row) =>
      rate(row.signedOrUnderWayRate),
    ),
    coverage.text("base", "Base", "De quoi c’est le taux, dans les mots de la source", ({ base }) => base),
    coverage.text("note", "Lecture", "Comment la phrase a été lue", ({ note }) => note),
    coverage.text(...CITATION, ({ citation }) => citation),
  ],
};

const figures = columnsOf<PublishedFigure>();

export const PUBLISHED_FIGURES: Table<PublishedFigure> = {
  id: "chiffres-publies",
  title: "Chiffres publiés de la France et des régions",
  description: "Ce que des rapports publient du pays, de ses régions et départements, dans l’unité dite.",
  key: [],
  columns: [
    figures.code(
      "territory",
      "Territoire",
      "FR, R et le code d’une région, D et celui d’un département",
      (row) => row.territory,
    ),
    figures.text("measure", "Mesure", "Ce qui est compté", ({ measure }) => measure),
    figures.integer("value", "Valeur", "Dans l’unité de la colonne suivante", ({ value }) => value),
    figures.text("unit", "Unité", "Unité de la valeur", ({ unit }) => unit),
    figures.coded(
      "qualifier",
      "Précision",
      "Comment la source le donne",
      QUALIFIER,
      ({ qualifier }) => qualifier,
    ),
    ...figures.span("as_of", "Date", "Date du chiffre", ({ asOf }) => asOf),
    figures.text(...CITATION, ({ citation }) => citation),
  ],
};

const citations = columnsOf<Citation>();

export const CITATIONS: Table<Citation> = {
  id: "citations",
  title: "Citations",
  description: "Le sens de chaque phrase sur laquelle un chiffre repose.",
  key: ["id"],
  columns: [
    citations.text("id", "Identifiant", "Identifiant de la citation", ({ id }) => id),
    citations.text("source", "Source", "Document (table sources)", ({ sourceId }) => sourceId),
    citations.text("sense", "Sens", "Ce que dit la phrase, redit brièvement", ({ sense }) => sense),
    citations.text("note", "Lecture", "Comment elle a été lue, et ce qui reste ambigu", ({ note }) => note),
  ],
};

const sources = columnsOf<Source>();

export const SOURCES: Table<Source> = {
  id: "sources",
  title: "Sources",
  description: "Les documents dont viennent les chiffres.",
  key: ["id"],
  columns: [
    sources.text("id", "Identifiant", "Identifiant de la source", ({ id }) => id),
    sources.coded("kind", "Nature", "Nature du document", SOURCE_KIND, ({ kind }) => kind),
    sources.text("title", "Titre", "Titre", ({ title }) => title),
    sources.text("publisher", "Éditeur", "Qui l’a publié", ({ publisher }) => publisher),
    ...sources.span("published", "Publié", "Date de publication", ({ published }) => published ?? NOT_TOLD),
    sources.text("url", "Adresse", "Adresse publique", ({ url }) => url ?? NOT_TOLD),
    sources.text(
      "reference",
      "Référence",
      "NOR, numéro de JORF ou nom du fichier",
      ({ reference }) => reference ?? NOT_APPLICABLE,
    ),
  ],
};
