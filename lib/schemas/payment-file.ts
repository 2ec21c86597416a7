import { DAY_ORDERS, type DayOrder } from "../import/days";
import { PAYMENT_FIELDS, type ColumnMapping, type PaymentField } from "../import/payment-columns";
import { choiceInAddress, pageInAddress, type Ignored, type Query } from "./address";

export const ROW_CHOICES = ["toutes", "refusees", "ajouter", "deja"] as const;
export type RowChoice = (typeof ROW_CHOICES)[number];

/** What the report on a file keeps in its address. */
export interface PaymentFileAddress {
  /** Null: as proposed from the headings. */
  readonly mapping: ColumnMapping | null;
  /** Null: as the dates show. */
  readonly order: DayOrder | null;
  /** Null: those refused, where there are. */
  readonly rows: RowChoice | null;
  readonly page: number;
  readonly ignored: readonly Ignored[];
}

/** The parameter that says in which column a field is. */
export const columnParameter = (field: PaymentField): string => `c_${field}`;

export function paymentFileInAddress(query: Query): PaymentFileAddress {
  const isChosen = PAYMENT_FIELDS.some((field) => query[columnParameter(field)] !== undefined);
  const rows = choiceInAddress(query, "voir", ROW_CHOICES);
  const page = pageInAddress(query, "page");
  return {
    mapping: isChosen ? mappingIn(query) : null,
    order: DAY_ORDERS.find((order) => order === query.dates) ?? null,
    rows: query.voir === undefined ? null : rows.value,
    page: page.page,
    ignored: [rows.ignored, page.ignored].filter((found) => found !== null),
  };
}

function mappingIn(query: Query): ColumnMapping {
  const columns = PAYMENT_FIELDS.map((field): [PaymentField, number | null] => {
    const value = query[columnParameter(field)];
    return [field, typeof value === "string" && /^\d{1,2}$/.test(value) ? Number(value) : null];
  });
  return Object.fromEntries(columns) as Record<PaymentField, number | null>;
}
