import {
  absent,
  cash,
  cashOrUnknown,
  type Block,
  type DocumentPart,
  type DocumentTable,
  type Pieces,
} from "@/lib/format/document";
import { day, money, NBSP } from "@/lib/format/fr";
import { typeset } from "@/lib/format/typography";
import type { Absence } from "@/lib/kernel/certainty";
import type { FinanceLine, FinanceYear } from "@/lib/queries/money";
import { LINE_LABEL } from "../cpts/line-words";
import { DUE_KIND, standingOf } from "../money/dues";
import { flagAfter } from "../money/flag-words";
import { otherPayments } from "../money/OtherPayments";
import { amountMark } from "./amount-mark";
import type { FileOfYear } from "./file";

export function amountsPart({ of: { year } }: FileOfYear): DocumentPart {
  if (year.lines.length === 0) {
    const text =
      "Ni la taille de la CPTS ni le barème ne disent ce que cette année vaut, et aucun versement n’y est enregistré.";
    return { id: "montants", title: "Montants par ligne", blocks: [{ kind: "paragraph", text }] };
  }
  const flagged = year.lines.flatMap(({ line, flags }) =>
    flags.map((flag) => typeset(flagAfter(LINE_LABEL[line], flag))),
  );
  const blocks: Block[] = [
    linesTable(year),
    {
      kind: "paragraph",
      tone: "note",
      text: [
        "Dont dû à confirmer, montants qui restent des hypothèses\u00a0: ",
        cash(year.totals.toConfirmCents),
        ".",
      ],
    },
    { kind: "heading", text: "Écarts et raisons" },
    flagged.length === 0 ? { kind: "paragraph", text: "Aucun écart." } : { kind: "list", items: flagged },
  ];
  const explained = year.lines.some(({ parts }) => parts.length > 0);
  if (explained) {
    blocks.push({ kind: "heading", text: "Pourquoi ces montants" }, formulasTable(year));
  }
  return { id: "montants", title: "Montants par ligne", blocks };
}

/** A due: whole, a minimum, or not known at all. Nothing known is no zero. */
const dueOf = (cents: number, mark: FinanceLine["dueMark"], missing: Absence | null): Pieces =>
  missing && cents === 0 ? [absent(missing)] : [cash(cents, mark, missing !== null)];

const spentOf = ({ line, spentCents, spentIsMinimum }: FinanceLine): Pieces =>
  line === "non_ventile" ? [absent("sans_objet")] : cashOrUnknown(spentCents, spentIsMinimum);

const budgetOf = ({ line, budgetCents }: FinanceLine): Pieces =>
  line === "non_ventile" ? [absent("sans_objet")] : cashOrUnknown(budgetCents);

function linesTable({ year, lines, totals }: FinanceYear): DocumentTable {
  const amount = (label: string) => ({ label, numeric: true, weight: 1.15 });
  return {
    kind: "table",
    caption: `Année ${year} du contrat, ligne par ligne`,
    columns: [
      { label: "Ligne", weight: 1.5 },
      ...["Contracté", "Dû", "Versé", "Budget", "Dépensé", "Reporté"].map(amount),
    ],
    rows: lines.map((line) => ({
      key: line.line,
      cells: [
        LINE_LABEL[line.line],
        line.contractedCents === null
          ? [absent("a_confirmer")]
          : [cash(line.contractedCents, line.contractedMark)],
        dueOf(line.dueCents, line.dueMark, line.dueMissing),
        cashOrUnknown(line.paidCents),
        budgetOf(line),
        spentOf(line),
        cashOrUnknown(line.closingCents),
      ],
    })),
    foot: [
      {
        key: "total",
        cells: [
          "Total",
          [cash(totals.contractedCents, totals.contractedMark)],
          dueOf(totals.dueCents, totals.dueMark, totals.dueIsMinimum ? "a_confirmer" : null),
          cashOrUnknown(totals.paidCents),
          cashOrUnknown(totals.budgetCents),
          cashOrUnknown(totals.spentCents, totals.spentIsMinimum),
          cashOrUnknown(totals.closingCents),
        ],
      },
    ],
  };
}

/** Each part of each line: its amount for a full year, its due, and how the one gives the other. */
function formulasTable({ lines }: FinanceYear): DocumentTable {
  return {
    kind: "table",
    caption: "Calcul de chaque montant dû",
    columns: [
      { label: "Part", weight: 1.6 },
      { label: "Année pleine", numeric: true, weight: 1.1 },
      { label: "Dû", numeric: true, weight: 1.1 },
      { label: "Calcul", weight: 3.6 },
    ],
    rows: lines.flatMap(({ line, parts }) =>
      parts.map(({ part, contractedCents, due, mark, explanation }) => ({
        key: `${line} ${part}`,
        cells: [
          explanation.title,
          [cash(contractedCents, amountMark(explanation))],
          [typeof due === "number" ? cash(due, mark) : absent(due)],
          typeset(
            `${explanation.formula}${explanation.missing ? ` Il manque : ${explanation.missing}.` : ""}`,
          ),
        ],
      })),
    ),
  };
}

export function calendarPart({ of: { year, besides } }: FileOfYear): DocumentPart {
  const blocks: Block[] = [];
  if (!year.daysKnown) {
    const text = "Pas d’échéancier : le jour de la signature n’est pas connu, rien ne peut être daté.";
    blocks.push({ kind: "paragraph", tone: "warn", text: typeset(text) });
  } else if (year.dues.length === 0) {
    blocks.push({ kind: "paragraph", text: "Rien n’échoit dans cette année." });
  } else blocks.push(duesTable(year));
  const others = otherPayments(besides);
  if (others.length > 0) {
    blocks.push(
      { kind: "heading", text: "Hors de l’échéancier" },
      {
        kind: "table",
        caption: "Versements qui ne soldent aucune échéance, jamais ajoutés au dû",
        columns: [
          { label: "Date", weight: 1 },
          { label: "Payeur", weight: 1 },
          { label: "Ligne", weight: 1.5 },
          { label: "Montant", numeric: true, weight: 1.2 },
          { label: "Pourquoi", weight: 2.6 },
        ],
        rows: others.map(({ id, on, payer, line, cents, why }) => ({
          key: id,
          cells: [day(on), payer, line, [cash(cents)], why],
        })),
      },
    );
  }
  for (const { label, condition, dueOn, amountCents, mark, source } of besides.credits) {
    blocks.push({
      kind: "paragraph",
      tone: "note",
      text: [
        typeset(`Crédit unique, ${label} (${condition}), le ${day(dueOn)} : `),
        cash(amountCents, mark),
        typeset(`. ${source}. À confirmer, jamais ajouté au dû.`),
      ],
    });
  }
  return { id: "echeancier", title: "Échéancier et versements", blocks };
}

function duesTable({ year, dues }: FinanceYear): DocumentTable {
  return {
    kind: "table",
    caption: `Échéances de l’année ${year}`,
    columns: [
      { label: "Date", weight: 1 },
      { label: "Ligne", weight: 1.5 },
      { label: "Échéance", weight: 1.7 },
      { label: "Montant", numeric: true, weight: 1.3 },
      { label: "Versé", numeric: true, weight: 1.2 },
      { label: "État", weight: 1.6 },
    ],
    rows: dues.map((due) => ({
      key: [due.dueOn, due.line, due.part, due.kind].join(" "),
      cells: [
        day(due.dueOn),
        LINE_LABEL[due.line],
        DUE_KIND[due.kind],
        typeof due.amount === "number"
          ? [cash(due.amount, due.mark)]
          : [absent(due.amount), due.atMostCents > 0 ? `, ${money(due.atMostCents)}${NBSP}au plus` : ""],
        cashOrUnknown(due.isRecorded ? due.paidCents : null),
        standingOf(due).text,
      ],
    })),
  };
}
