import type { Export, Rows } from "../../export";
import { RESERVED } from "../../format/credits";
import { LINE_WORDS, MEASURE } from "../../format/labels-analysis";
import { PAYMENT_PAYER, SPENDING_NATURE } from "../../format/labels-money";
import { SCHEDULES } from "../../funding";
import type { IsoDay } from "../../kernel/date";
import type { PaymentLine } from "../analysis/payments";
import type { Line } from "../analysis/lines";
import type { SpendingRow } from "../analysis/spending";
import { aboutOf, type Origin } from "./about";
import { moneyNotes } from "./analysis";
import { columnsOf, NOT_APPLICABLE, NOT_TOLD, TO_CONFIRM, WORDS } from "./columns";

const line = columnsOf<Line>();
const payment = columnsOf<PaymentLine>();
const spending = columnsOf<SpendingRow>();

interface Asked {
  readonly today: IsoDay;
  readonly origin: Origin;
  readonly address: string;
  /** In words, for the file's notes and name. */
  readonly filters: readonly string[];
}

const SCHEDULE_WORDS = Object.fromEntries(SCHEDULES.map(({ id, label }) => [id, label]));

/** Every line of every contract year: what summaries are made of. */
export function linesExport(asked: Asked, rows: Rows<Line>): Export<Line> {
  const { contracte, du, a_confirmer: toConfirm, verse, depense } = MEASURE;
  return {
    table: {
      id: "analyse-lignes",
      title: "Lignes des contrats",
      description: "Une ligne par CPTS, année de contrat et ligne de l’accord, années commencées.",
      key: ["cpts_slug", "contract_no", "contract_year", "line"],
      columns: [
        line.text("cpts_slug", "Identifiant", "Identifiant de la CPTS", ({ slug }) => slug),
        line.text("cpts_name", "CPTS", "Nom de la CPTS", ({ name }) => name),
        line.code(
          "department",
          "Département",
          "Département dont la CPAM tient le contrat",
          (row) => row.department ?? NOT_TOLD,
        ),
        line.code("region", "Région", "Code INSEE de la région", ({ region }) => region ?? NOT_TOLD),
        line.integer("contract_no", "Contrat", "Rang du contrat de la CPTS", ({ contractNo }) => contractNo),
        line.integer(
          "contract_year",
          "Année de contrat",
          "Rang de l’année dans le contrat",
          ({ year }) => year,
        ),
        line.integer(
          "year",
          "Exercice",
          "Année civile où commence l’année de contrat",
          ({ exercice }) => exercice,
        ),
        line.integer("size_tier", "Taille", "Taille de 1 à 4", ({ tier }) => tier ?? NOT_TOLD),
        line.coded(
          "schedule",
          "Accord",
          "Barème de l’année",
          SCHEDULE_WORDS,
          (row) => row.schedule ?? NOT_TOLD,
        ),
        line.coded("line", "Ligne", "Ligne de l’accord", LINE_WORDS, (row) => row.line),
        line.cents(
          "contracted",
          contracte.label,
          contracte.meaning,
          (row) => row.contractedCents ?? TO_CONFIRM,
        ),
        line.coded("contracted_mark", "Marque du contracté", "V, D ou H", WORDS.mark, (row) =>
          row.contractedCents === null ? NOT_APPLICABLE : row.contractedMark,
        ),
        line.cents("due", du.label, du.meaning, (row) =>
          row.dueIsMinimum && row.dueCents === 0 ? TO_CONFIRM : row.dueCents,
        ),
        line.boolean(
          "due_is_minimum",
          "Dû, au moins",
          "Oui quand une part n’est pas connue",
          (row) => row.dueIsMinimum,
        ),
        line.coded("due_mark", "Marque du dû", "V, D ou H", WORDS.mark, (row) => row.dueMark),
        line.cents("to_confirm", toConfirm.label, toConfirm.meaning, (row) => row.toConfirmCents),
        line.cents("paid", verse.label, verse.meaning, ({ paidCents }) => paidCents ?? NOT_TOLD),
        line.cents("spent", depense.label, depense.meaning, ({ spentCents }) => spentCents ?? NOT_TOLD),
        line.boolean(
          "spent_is_minimum",
          "Dépensé, au moins",
          "Oui tant que le relevé n’est pas complet",
          (row) => row.spentIsMinimum,
        ),
        line.cents("budget", "Budget", "Budget prévu", ({ budgetCents }) => budgetCents ?? NOT_TOLD),
        line.cents("earned", "Variable gagné", "Volet variable arrêté", ({ earnedCents }) => earnedCents),
        line.cents(
          "earnable",
          "Variable possible",
          "Ce que ce volet pouvait gagner",
          ({ earnableCents }) => earnableCents,
        ),
      ],
    },
    ...rest(asked),
    rows,
  };
}

/** Every payment on record, as it was recorded. */
export function paymentsExport(asked: Asked, rows: Rows<PaymentLine>): Export<PaymentLine> {
  return {
    table: {
      id: "analyse-versements",
      title: "Versements",
      description: "Une ligne par versement enregistré ; négatif quand l’argent est revenu.",
      key: ["id"],
      columns: [
        payment.text("id", "Versement", "Identifiant du versement", ({ id }) => id),
        payment.text("cpts_slug", "Identifiant", "Identifiant de la CPTS", ({ slug }) => slug),
        payment.text("cpts_name", "CPTS", "Nom de la CPTS", ({ name }) => name),
        payment.code(
          "department",
          "Département",
          "Département dont la CPAM tient le contrat",
          (row) => row.department ?? NOT_TOLD,
        ),
        payment.day("paid_on", "Versé le", "Jour du versement", ({ paidOn }) => paidOn),
        payment.coded("payer", "Payeur", "Qui a versé", PAYMENT_PAYER, (row) => row.payer),
        payment.coded(
          "line",
          "Ligne",
          "Ligne de l’accord ; sans objet hors de l’accord",
          LINE_WORDS,
          (row) => row.line ?? NOT_APPLICABLE,
        ),
        payment.integer(
          "contract_no",
          "Contrat",
          "Rang du contrat réglé, où le payeur le dit",
          (row) => row.settles?.contractNo ?? NOT_TOLD,
        ),
        payment.integer(
          "contract_year",
          "Année de contrat",
          "Année réglée, où le payeur la dit",
          (row) => row.settles?.year ?? NOT_TOLD,
        ),
        payment.cents("amount", "Montant", "Euros", ({ amountCents }) => amountCents),
        payment.text(
          "reference",
          "Référence",
          "Référence du payeur",
          ({ reference }) => reference ?? NOT_TOLD,
        ),
      ],
    },
    ...rest(asked),
    rows,
  };
}

/** Every entry of the spending sheets, as the CPTS stated it: sums, and nobody's name. */
export function spendingExport(asked: Asked, rows: Rows<SpendingRow>): Export<SpendingRow> {
  return {
    table: {
      id: "analyse-depenses",
      title: "Dépenses",
      description:
        "Une ligne par CPTS, année de contrat, ligne de l’accord et nature de dépense saisies ; des sommes, sans le nom ni le montant d’aucun professionnel.",
      key: ["cpts_slug", "contract_no", "contract_year", "line", "nature"],
      columns: [
        spending.text("cpts_slug", "Identifiant", "Identifiant de la CPTS", ({ slug }) => slug),
        spending.text("cpts_name", "CPTS", "Nom de la CPTS", ({ name }) => name),
        spending.code(
          "department",
          "Département",
          "Département dont la CPAM tient le contrat",
          (row) => row.department ?? NOT_TOLD,
        ),
        spending.integer("contract_no", "Contrat", "Rang du contrat de la CPTS", (row) => row.contractNo),
        spending.integer(
          "contract_year",
          "Année de contrat",
          "Rang de l’année dans le contrat",
          ({ year }) => year,
        ),
        spending.coded("line", "Ligne", "Ligne de l’accord", LINE_WORDS, (row) => row.line),
        spending.coded("nature", "Nature", "Nature de la dépense", SPENDING_NATURE, (row) => row.nature),
        spending.cents("budget", "Budget", "Budget prévu, en euros", (row) => row.budgetCents ?? NOT_TOLD),
        spending.cents("spent", "Dépensé", "Dépense, en euros", (row) => row.spentCents ?? NOT_TOLD),
        spending.boolean(
          "complete",
          "Relevé complet",
          "Oui quand la CPTS dit que tout est saisi : ce qui n’est pas nommé vaut alors 0",
          ({ complete }) => complete,
        ),
      ],
    },
    ...rest(asked),
    rows,
  };
}

const rest = ({ today, origin, address, filters }: Asked) => ({
  about: {
    ...aboutOf({ today, asOf: today }, origin, address, moneyNotes(today, filters)),
    licence: RESERVED,
  },
  filters,
});
