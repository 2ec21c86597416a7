import { SECTION } from "@/lib/format/labels-record";
import type { ProposalHistory } from "@/lib/queries/proposals";
import { ContractChange } from "./ContractChange";
import { MissionsChange } from "./MissionsChange";
import { RoundFacts } from "./RoundFacts";
import { StatusChip } from "./StatusChip";
import { TerritoryChange } from "./TerritoryChange";

/** All the rounds, latest first, each with what it changed as it was proposed. */
export function RoundsList({ history }: { readonly history: ProposalHistory }) {
  const { rounds, slug, mayPropose } = history;
  return (
    <ol className="rounds" reversed>
      {rounds.map((round, index) => (
        <li key={round.id}>
          <h2>
            <a href={`/espace/propositions/${round.id}`}>Proposition n° {round.round}</a>{" "}
            <StatusChip status={round.status} />
          </h2>
          <RoundFacts
            row={round}
            mendHref={mayPropose && index === 0 ? `/espace/cpts/${slug}/proposer` : null}
          />
          <details className="fold">
            <summary>{`Ce qui était proposé\u00a0: ${round.sections.map((one) => SECTION[one].toLowerCase()).join(", ")}`}</summary>
            {round.changes.territory && (
              <>
                <h3>{SECTION.territory}</h3>
                <TerritoryChange changes={round.changes.territory} id={`tour-${round.round}`} />
              </>
            )}
            {round.changes.missions && (
              <>
                <h3>{SECTION.missions}</h3>
                <MissionsChange difference={round.changes.missions} />
              </>
            )}
            {round.changes.contract && (
              <>
                <h3>{SECTION.contract}</h3>
                <ContractChange difference={round.changes.contract} />
              </>
            )}
          </details>
        </li>
      ))}
    </ol>
  );
}
