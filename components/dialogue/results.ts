import {
  absent,
  cash,
  type Block,
  type DocumentPart,
  type DocumentTable,
  type Piece,
  type Pieces,
} from "@/lib/format/document";
import { day, decimal, money, NBSP } from "@/lib/format/fr";
import { MISSION } from "@/lib/format/labels";
import { typeset } from "@/lib/format/typography";
import { measureWords, thresholdWords } from "@/lib/funding";
import type { DialogueYear } from "@/lib/queries/money";
import { amountMark } from "./amount-mark";
import type { FileOfYear } from "./file";

type Results = DialogueYear["results"];
type OfMission = Results["missions"][number];
type OfIndicator = OfMission["indicators"][number];

export function resultsPart({ slug, of: { results } }: FileOfYear): DocumentPart {
  const { missions, review, comment } = results;
  const isSettled = review?.status === "settled";
  const measured = missions.filter(({ indicators }) => indicators.length > 0);
  const rated = missions.filter(({ indicators }) => indicators.length === 0);
  const blocks: Block[] = [
    { kind: "paragraph", text: typeset(standingOf(review)), ...(isSettled ? {} : { tone: "warn" as const }) },
  ];
  if (missions.length === 0) {
    blocks.push({ kind: "paragraph", text: "Aucune mission engagée n’est connue dans cette année." });
  }
  for (const one of measured) {
    blocks.push({ kind: "heading", text: MISSION[one.mission].long }, indicatorsTable(one, slug, isSettled));
    const shown = evidenceOf(one.evidence, slug);
    if (shown.length > 0)
      blocks.push({ kind: "paragraph", tone: "note", text: [`Mission${NBSP}: `, ...shown] });
  }
  if (rated.length > 0) {
    const text = measured.length > 0 ? "Missions suivies par un taux" : "Missions";
    blocks.push({ kind: "heading", text }, ratesTable(rated, slug));
  }
  if (missions.some(({ mission }) => mission === "crise_sanitaire")) {
    blocks.push({
      kind: "paragraph",
      text: ["Crise reconnue par l’ARS dans l’année\u00a0: ", crisisOf(results), "."],
    });
  }
  if (comment !== null) {
    blocks.push({ kind: "paragraph", text: [`Commentaire de l’année${NBSP}: `, typeset(comment)] });
  }
  return { id: "resultats", title: "Indicateurs et résultats", blocks };
}

function standingOf(review: Results["review"]): string {
  switch (review?.status) {
    case "settled":
      return `Résultats arrêtés${review.settledOn ? ` le ${day(review.settledOn)}` : ""}.`;
    case "proposed":
      return `Résultats non arrêtés : proposés par la CPTS, à arrêter en dialogue de gestion.${reopened(review)}`;
    case "open":
      return `Résultats non arrêtés : en cours de saisie.${reopened(review)}`;
    case undefined:
      return "Résultats non arrêtés : aucun résultat n’est saisi.";
  }
}

const reopened = ({ reopened: why }: NonNullable<Results["review"]>): string =>
  why === null ? "" : ` Année rouverte : ${why}.`;

const crisisOf = ({ crisisRecognised }: Results): Piece =>
  crisisRecognised === null ? absent("non_communique") : crisisRecognised ? "oui" : "non";

function indicatorsTable(one: OfMission, slug: string, isSettled: boolean): DocumentTable {
  const { indicators, variable } = one;
  return {
    kind: "table",
    caption: "Indicateurs, paliers et ce qu’ils gagnent",
    columns: [
      { label: "Indicateur", weight: 2.2 },
      { label: "Départ", numeric: true, weight: 0.8 },
      { label: "Paliers", weight: 2 },
      { label: "Résultat", numeric: true, weight: 1 },
      { label: "Palier atteint", weight: 1.1 },
      { label: isSettled ? "Gagné" : "Serait gagné", numeric: true, weight: 1.2 },
      { label: "Preuves", weight: 1.5 },
    ],
    rows: indicators.map((outcome, i) => ({ key: String(i), cells: indicatorCells(outcome, slug) })),
    ...(variable && {
      foot: [
        {
          key: "total",
          cells: [
            isSettled ? "Volet variable gagné" : "Volet variable dû",
            "",
            ["sur ", fullOf(variable)],
            "",
            "",
            dueOf(variable),
            "",
          ],
        },
      ],
    }),
  };
}

type Variable = NonNullable<OfMission["variable"]>;

const fullOf = ({ contractedCents, explanation }: Variable): Piece =>
  cash(contractedCents, amountMark(explanation));

const dueOf = ({ due, mark }: Variable): Pieces => [typeof due === "number" ? cash(due, mark) : absent(due)];

function indicatorCells(
  { indicator, reached, maximumCents, earnedCents, evidence }: OfIndicator,
  slug: string,
) {
  const { label, kind, unit, baseline, steps, value } = indicator;
  const isMeasured = value !== null && earnedCents !== null;
  const shown = evidenceOf(evidence, slug);
  const cells: Pieces[] = [
    typeset(`${label} (${kind === "action" ? "action" : "résultat"})`),
    baseline === null ? [absent("non_communique")] : typeset(measureWords(baseline, unit)),
    steps
      .map(({ threshold, amountCents }) =>
        typeset(`${thresholdWords(threshold, indicator)} : ${money(amountCents)}`),
      )
      .join(`${NBSP}; `),
    isMeasured ? typeset(measureWords(value, unit)) : [absent("non_communique")],
    !isMeasured
      ? [absent("non_communique")]
      : reached === null
        ? "aucun"
        : typeset(thresholdWords(reached.threshold, indicator)),
    isMeasured
      ? [cash(earnedCents), ` sur ${money(maximumCents)}`]
      : [absent("non_communique"), `, ${money(maximumCents)} au plus`],
    shown.length === 0 ? [absent("non_communique")] : shown,
  ];
  return cells;
}

function ratesTable(missions: readonly OfMission[], slug: string): DocumentTable {
  return {
    kind: "table",
    caption: "Taux d’atteinte et volet variable",
    columns: [
      { label: "Mission", weight: 2 },
      { label: "Taux d’atteinte", numeric: true, weight: 1 },
      { label: "Volet variable gagné", numeric: true, weight: 1.3 },
      { label: "Maximum", numeric: true, weight: 1.2 },
      { label: "Preuves", weight: 2 },
    ],
    rows: missions.map(({ mission, achievement, variable, evidence }) => {
      const shown = evidenceOf(evidence, slug);
      return {
        key: mission,
        cells: [
          MISSION[mission].short,
          achievement === null ? [absent("non_communique")] : `${decimal(achievement * 100, 2)}${NBSP}%`,
          variable ? dueOf(variable) : [absent("sans_objet")],
          [variable ? fullOf(variable) : absent("sans_objet")],
          shown.length === 0 ? [absent("non_communique")] : shown,
        ],
      };
    }),
  };
}

/** What shows a result: document, address, comment; nothing where nothing does. */
function evidenceOf({ document, link, comment }: OfMission["evidence"], slug: string): Piece[] {
  const shown: Piece[] = [];
  if (document) {
    shown.push(
      document.name === null
        ? "document joint au dossier"
        : {
            kind: "link",
            text: document.name,
            href: `/api/espace/cpts/${slug}/documents/${document.id}`,
          },
    );
  }
  if (link !== null) shown.push({ kind: "link", text: link, href: link });
  if (comment !== null) shown.push(typeset(comment));
  return shown.flatMap((piece, i) => (i === 0 ? [piece] : [`${NBSP}; `, piece]));
}
