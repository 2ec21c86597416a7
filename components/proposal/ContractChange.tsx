import { termWords } from "@/lib/format/cpts";
import { when } from "@/lib/format/fr";
import { LIFECYCLE } from "@/lib/format/labels";
import type { ContractDifference } from "@/lib/record/differences";
import { AmountsChange } from "./AmountsChange";
import { BeforeAfter } from "./BeforeAfter";
import { ContractTerms } from "./ContractTerms";
import { dayOr, partyWords, scheduleWords, spanOf } from "./words";

/** Steps, contracts, their annexes: what comes, goes or changes, in words. */
export function ContractChange({ difference }: { readonly difference: ContractDifference }) {
  const { steps, contracts } = difference;
  return (
    <ul className="change items">
      {steps.added.map((step) => (
        <li key={`+${step.kind}${step.earliest}`} className="plus">
          <h3>{LIFECYCLE[step.kind]}</h3>
          <p>
            <b>Étape ajoutée</b>&nbsp;: {when(spanOf(step))}.{step.note && ` ${step.note}`}
          </p>
        </li>
      ))}
      {steps.removed.map((step) => (
        <li key={`-${step.kind}${step.earliest}`} className="minus">
          <h3>{LIFECYCLE[step.kind]}</h3>
          <p>
            <b>Étape retirée</b>&nbsp;: {when(spanOf(step))}.{step.note && ` ${step.note}`}
          </p>
        </li>
      ))}
      {steps.changed.map(({ kind, when: now, moved, note }) => (
        <li key={`${kind}${now.earliest}`}>
          <h3>{LIFECYCLE[kind]}</h3>
          <p>
            Date&nbsp;:{" "}
            {moved ? <BeforeAfter before={when(moved.before)} after={when(moved.after)} /> : when(now)}
          </p>
          {note && (
            <p>
              Note&nbsp;: <BeforeAfter before={note.before ?? "aucune"} after={note.after ?? "aucune"} />
            </p>
          )}
        </li>
      ))}
      {contracts.added.map((contract) => (
        <li key={`+${contract.signedEarliest}`} className="plus">
          <h3>Contrat signé&nbsp;: {when(spanOfSignature(contract))}</h3>
          <p>
            <b>Contrat ajouté</b>
          </p>
          <ContractTerms contract={contract} />
        </li>
      ))}
      {contracts.removed.map((contract) => (
        <li key={`-${contract.signedEarliest}`} className="minus">
          <h3>Contrat signé&nbsp;: {when(spanOfSignature(contract))}</h3>
          <p>
            <b>Contrat retiré</b>
          </p>
          <ContractTerms contract={contract} />
        </li>
      ))}
      {contracts.changed.map((contract) => (
        <ChangedContract key={contract.signed.earliest} contract={contract} />
      ))}
    </ul>
  );
}

type Changed = ContractDifference["contracts"]["changed"][number];

function ChangedContract({ contract }: { readonly contract: Changed }) {
  const { signed, moved, termMonths, endedOn, scheduleId, parties, amounts } = contract;
  return (
    <li>
      <h3>Contrat signé&nbsp;: {when(signed)}</h3>
      {moved && (
        <p>
          Signature&nbsp;: <BeforeAfter before={when(moved.before)} after={when(moved.after)} />
        </p>
      )}
      {termMonths && (
        <p>
          Durée&nbsp;:{" "}
          <BeforeAfter before={termWords(termMonths.before)} after={termWords(termMonths.after)} />
        </p>
      )}
      {endedOn && (
        <p>
          Fin anticipée&nbsp;:{" "}
          <BeforeAfter before={dayOr(endedOn.before, "aucune")} after={dayOr(endedOn.after, "aucune")} />
        </p>
      )}
      {scheduleId && (
        <p>
          Barème&nbsp;:{" "}
          <BeforeAfter before={scheduleWords(scheduleId.before)} after={scheduleWords(scheduleId.after)} />
        </p>
      )}
      {parties && parties.added.length > 0 && (
        <p>Signataires ajoutés&nbsp;: {parties.added.map(partyWords).join(", ")}.</p>
      )}
      {parties && parties.removed.length > 0 && (
        <p>Signataires retirés&nbsp;: {parties.removed.map(partyWords).join(", ")}.</p>
      )}
      {amounts && <AmountsChange amounts={amounts} />}
    </li>
  );
}

const spanOfSignature = (contract: { signedEarliest: string; signedLatest: string }) => ({
  earliest: contract.signedEarliest,
  latest: contract.signedLatest,
});
