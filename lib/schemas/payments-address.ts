import { PAYERS, type PaymentPayer } from "../record/money";
import {
  choiceInAddress,
  pageInAddress,
  sortInAddress,
  type Ignored,
  type Query,
  type Sort,
} from "./address";
import { LINE_CODES, type LineChoice } from "./payment-choices";

export const PAYMENT_COLUMNS = ["date", "payeur", "ligne", "montant"] as const;
export type PaymentColumn = (typeof PAYMENT_COLUMNS)[number];

/** What the list of the payments of a CPTS keeps in its address. */
export interface PaymentsAddress {
  readonly payer: PaymentPayer | "tous";
  readonly line: LineChoice | "toutes";
  readonly sort: Sort<PaymentColumn>;
  readonly page: number;
  readonly ignored: readonly Ignored[];
}

const LATEST: Sort<PaymentColumn> = { by: "date", descending: true };

export function paymentsInAddress(query: Query): PaymentsAddress {
  const payer = choiceInAddress(query, "payeur", ["tous", ...PAYERS]);
  const line = choiceInAddress(query, "ligne", ["toutes", ...LINE_CODES]);
  const { sort, ignored } = sortInAddress(query, "tri", PAYMENT_COLUMNS, LATEST);
  const page = pageInAddress(query, "page");
  return {
    payer: payer.value,
    line: line.value,
    sort,
    page: page.page,
    ignored: [payer.ignored, line.ignored, ignored, page.ignored].filter((found) => found !== null),
  };
}
