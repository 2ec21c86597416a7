import { list } from "@/lib/format/fr";
import { SECTION } from "@/lib/format/labels-record";
import type { ProposalRow } from "@/lib/queries/proposals";
import type { FormState } from "@/lib/schemas/form";
import { Section } from "../layout/Section";
import { Quote } from "./RoundFacts";
import { WithdrawForm } from "./WithdrawForm";
import { roundWords } from "./words";

interface WaitingRoundProps {
  readonly row: ProposalRow;
  readonly withdraw: (state: FormState, form: FormData) => Promise<FormState>;
}

/** A round that waits: who, when, what it holds, and the way to take it back. */
export function WaitingRound({ row, withdraw }: WaitingRoundProps) {
  const sections = row.sections.map((section) => SECTION[section].toLowerCase());
  return (
    <Section id="attente" title={`Proposition n° ${row.round}, en attente`}>
      <p>
        {roundWords(row)}. Elle porte sur&nbsp;: {list(sections)}. Ces rubriques ne se modifient plus jusqu’à
        la décision.
      </p>
      {row.message !== null && <Quote said="Message de la CPTS" text={row.message} />}
      <p>
        <a href={`/espace/propositions/${row.id}`}>Relire ce qui est proposé</a>
      </p>
      <WithdrawForm action={withdraw} />
    </Section>
  );
}
