import {
  absent,
  cash,
  cashOrUnknown,
  type Block,
  type DocumentPart,
  type DocumentTable,
} from "@/lib/format/document";
import { count, NBSP } from "@/lib/format/fr";
import { SPENDING_NATURE } from "@/lib/format/labels-money";
import { typeset } from "@/lib/format/typography";
import { LINES } from "@/lib/funding";
import { SPENDING_NATURES } from "@/lib/record/money";
import type { DialogueYear, FinanceTotals } from "@/lib/queries/money";
import { LINE_LABEL } from "../cpts/line-words";
import type { FileOfYear } from "./file";

type Sheet = NonNullable<DialogueYear["spending"]>;
type Ceiling = DialogueYear["ceilings"][number];

export function spendingPart({ of: { year, spending, ceilings } }: FileOfYear): DocumentPart {
  const blocks: Block[] = [];
  if (!spending || spending.entries.length === 0) {
    blocks.push({
      kind: "paragraph",
      text: spending?.complete
        ? typeset("Relevé complet : rien n’a été dépensé dans l’année.")
        : "Les dépenses de l’année ne sont pas communiquées.",
    });
  } else {
    const standing = spending.complete
      ? "Relevé complet : ce qui n’y figure pas est à 0 €."
      : "Relevé incomplet : les sommes sont des minimums.";
    blocks.push(
      { kind: "paragraph", tone: spending.complete ? "note" : "warn", text: typeset(standing) },
      entriesTable(spending, year.totals),
    );
  }
  if (spending?.comment) {
    blocks.push({ kind: "paragraph", text: `Commentaire${NBSP}: ${typeset(spending.comment)}` });
  }
  blocks.push(
    { kind: "heading", text: "Plafond des indemnités (décret 2022-375)" },
    {
      kind: "paragraph",
      tone: "note",
      text: typeset(
        "Ce qu’un professionnel reçoit de la CPTS dans une année civile ne dépasse pas le plafond annuel de la sécurité sociale. Vérifié sur des totaux sans nom.",
      ),
    },
    ceilingsTable(ceilings),
  );
  return { id: "depenses", title: "Dépenses", blocks };
}

/** By line and nature, in the agreement's order. */
function entriesTable({ entries }: Sheet, totals: FinanceTotals): DocumentTable {
  const place = (entry: Sheet["entries"][number]) =>
    LINES.indexOf(entry.line) * SPENDING_NATURES.length + SPENDING_NATURES.indexOf(entry.nature);
  return {
    kind: "table",
    caption: "Budget et dépenses par ligne et nature",
    columns: [
      { label: "Ligne", weight: 1.6 },
      { label: "Nature", weight: 2 },
      { label: "Budget", numeric: true, weight: 1.2 },
      { label: "Dépensé", numeric: true, weight: 1.2 },
    ],
    rows: [...entries]
      .sort((a, b) => place(a) - place(b))
      .map(({ line, nature, budgetCents, spentCents }) => ({
        key: `${line} ${nature}`,
        cells: [
          LINE_LABEL[line],
          SPENDING_NATURE[nature],
          cashOrUnknown(budgetCents),
          cashOrUnknown(spentCents),
        ],
      })),
    foot: [
      {
        key: "total",
        cells: [
          "Total",
          "",
          cashOrUnknown(totals.budgetCents),
          cashOrUnknown(totals.spentCents, totals.spentIsMinimum),
        ],
      },
    ],
  };
}

function ceilingsTable(ceilings: readonly Ceiling[]): DocumentTable {
  return {
    kind: "table",
    caption: "Indemnités des professionnels par année civile",
    columns: [
      { label: "Année civile", weight: 0.9 },
      { label: "Plafond", numeric: true, weight: 1.1 },
      { label: "Professionnels", numeric: true, weight: 1 },
      { label: "Total reçu", numeric: true, weight: 1.2 },
      { label: "Le plus élevé", numeric: true, weight: 1.2 },
      { label: "Constat", weight: 2 },
    ],
    rows: ceilings.map((one) => ({
      key: String(one.year),
      cells: [
        String(one.year),
        [one.ceiling ? cash(one.ceiling.cents, one.ceiling.mark) : absent("a_confirmer")],
        one.received ? String(one.received.professionals) : [absent("non_communique")],
        cashOrUnknown(one.received?.totalCents ?? null),
        cashOrUnknown(one.received?.highestCents ?? null),
        [...verdictOf(one)],
      ],
    })),
  };
}

function verdictOf({ received, above }: Ceiling) {
  if (!received) return [absent("non_communique")];
  if (!above) return ["plafond inconnu, rien ne peut être dit"];
  if (above.count === 0) return ["aucun dépassement"];
  return [`${count(above.count, "dépassement")}, `, cash(above.excessCents), " au-delà en tout"];
}
