import type { ProposalRow } from "@/lib/queries/proposals";
import { Callout } from "../ui/Notice";
import { at, roundWords, STATUS } from "./words";

interface RoundFactsProps {
  readonly row: ProposalRow;
  /** Where one mends what was sent back; null for those who may not. */
  readonly mendHref: string | null;
}

/** Who proposed, who decided, when, and what each said. */
export function RoundFacts({ row, mendHref }: RoundFactsProps) {
  const { status, message, comment, decidedBy, decidedAt } = row;
  return (
    <div className="round-facts">
      <p className="note">
        {roundWords(row)}.{status === "withdrawn" && " La fiche n’a pas changé."}
      </p>
      {message !== null && <Quote said="Message de la CPTS" text={message} />}
      {comment !== null && status !== "returned" && <Quote said="Commentaire" text={comment} />}
      {status === "returned" && (
        <Callout kind="error">
          <p>
            <b>{STATUS[status]}</b> le {decidedAt === null ? "" : at(decidedAt)} par {decidedBy}.
          </p>
          {comment !== null && <Quote said="Commentaire" text={comment} />}
          {mendHref !== null && (
            <p>
              <a href={mendHref}>Reprendre les rubriques et proposer de nouveau</a>
            </p>
          )}
        </Callout>
      )}
    </div>
  );
}

export function Quote({ said, text }: { readonly said: string; readonly text: string }) {
  return (
    <div className="round-said">
      <p className="xs">{said}&nbsp;:</p>
      <blockquote>{text}</blockquote>
    </div>
  );
}
