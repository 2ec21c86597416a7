import type { YearsOffered } from "@/lib/queries/money/years-offered";
import { EditConflict } from "../forms/EditConflict";
import { PaymentFacts } from "./PaymentFacts";
import type { PaymentState } from "./payment-state";

interface PaymentConflictProps {
  readonly theirs: NonNullable<PaymentState["theirs"]>;
  readonly years: YearsOffered;
}

/** A payment that somebody else changed meanwhile. */
export function PaymentConflict({ theirs, years }: PaymentConflictProps) {
  return (
    <EditConflict title="Modifié entre-temps" thing="ce versement" pronoun="le" theirs={theirs}>
      <PaymentFacts payment={theirs.content} years={years} />
    </EditConflict>
  );
}
