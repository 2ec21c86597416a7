import type { PaymentTerms, RecordedPayment } from "@/lib/record/money";
import type { FormState } from "@/lib/schemas/form";

/** What the form of a payment comes back with. */
export interface PaymentState extends FormState {
  /** What somebody else saved meanwhile: shown beside what was typed, never in its place. */
  readonly theirs: {
    readonly version: number;
    readonly content: PaymentTerms;
    readonly by: string | null;
    readonly at: string | null;
  } | null;
  /** The payment was removed meanwhile: what was typed may be kept as a new one. */
  readonly isGone: boolean;
  /** Payments just like it, to be looked at before going on. */
  readonly alike: readonly RecordedPayment[];
}
