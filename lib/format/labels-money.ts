/** The official French words for the codes of payments and spending. */
import type { PaymentPayer } from "../record/money";

export const PAYER: Readonly<Record<PaymentPayer, string>> = {
  cpam: "CPAM",
  ars_fir: "ARS (FIR)",
  msa: "MSA",
  other: "Autre payeur",
};
