import type { PaymentTerms, RecordedPayment } from "@/lib/record/money";
import type { ContestedState } from "@/lib/schemas/form";

/** What the form of a payment comes back with. */
export interface PaymentState extends ContestedState<PaymentTerms> {
  /** Payments just like it, to be looked at before going on. */
  readonly alike: readonly RecordedPayment[];
}
