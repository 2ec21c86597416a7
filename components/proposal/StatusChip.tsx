import type { ProposalRow } from "@/lib/queries/proposals";
import { STATUS } from "./words";

const LOOK: Readonly<Record<ProposalRow["status"], string>> = {
  submitted: "chip warn",
  returned: "chip err",
  accepted: "chip signed",
  withdrawn: "chip",
};

export function StatusChip({ status }: { readonly status: ProposalRow["status"] }) {
  return <span className={LOOK[status]}>{STATUS[status]}</span>;
}
