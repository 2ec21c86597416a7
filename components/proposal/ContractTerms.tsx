import { termWords } from "@/lib/format/cpts";
import { money } from "@/lib/format/fr";
import type { ContractDifference } from "@/lib/record/differences";
import { LINE_LABEL } from "../cpts/line-words";
import { Num } from "../ui/Num";
import { amountPart, amountYear, dayOr, partyWords, scheduleWords } from "./words";

type Terms = ContractDifference["contracts"]["added"][number];

/** All that a contract says, where the whole of it comes or goes. */
export function ContractTerms({ contract }: { readonly contract: Terms }) {
  const { termMonths, endedOn, scheduleId, parties, amounts } = contract;
  return (
    <ul className="texts">
      <li>Durée&nbsp;: {termWords(termMonths)}</li>
      {endedOn !== null && <li>Fin anticipée&nbsp;: {dayOr(endedOn, "")}</li>}
      <li>Barème&nbsp;: {scheduleWords(scheduleId)}</li>
      <li>
        Signataires&nbsp;: {parties.length === 0 ? "non renseignés" : parties.map(partyWords).join(", ")}
      </li>
      {amounts.map((amount) => (
        <li key={`${amount.line} ${amount.part} ${amount.year ?? ""}`}>
          <Num>
            {`Annexe, ${LINE_LABEL[amount.line]}, ${amountPart(amount)}, ${amountYear(amount)}\u00a0: ${money(amount.amountCents)}`}
          </Num>
        </li>
      ))}
      {amounts.length === 0 && <li>Annexe&nbsp;: aucun montant renseigné</li>}
    </ul>
  );
}
