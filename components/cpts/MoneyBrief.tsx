import type { ReactNode } from "react";
import { when } from "@/lib/format/fr";
import { PURPOSE } from "@/lib/format/labels";
import type { CptsPage } from "@/lib/queries/cpts-page";
import type { PublishedMoney } from "@/lib/queries/cpts-published";
import { Absent } from "../ui/Absent";
import { Mark } from "../ui/Mark";
import { Money } from "../ui/Money";
import { Num } from "../ui/Num";
import { SourceRef } from "../ui/SourceRef";
import { amountWords } from "./money-words";

/** Money in a few lines: what is published, what the schedule allows, what was paid; what is not sure, apart. */
export function MoneyBrief({ page }: { readonly page: CptsPage }) {
  const { money, maximum, maxima, sums, year, size } = page;
  const stated = money.filter(({ payer, status }) => payer === "cpam" && status !== "paid");
  const paid = money.filter(({ status, amountCents }) => status === "paid" && amountCents !== null);
  const envelope = year?.envelope;
  const base = envelope?.fonctionnement;
  // Where the annex departs from the schedule, the published maximum is no longer the contract's.
  const isOwn = envelope?.lines.some(
    ({ differenceCents }) => differenceCents !== null && differenceCents !== 0,
  );
  const own = envelope && isOwn ? (envelope.maximumInCrisis ?? envelope.maximum) : null;
  return (
    <section aria-labelledby="argent">
      <h2 className="h" id="argent">
        Argent, en bref
      </h2>
      <table className="pc">
        <caption className="vh">Montants publiés, possibles et versés</caption>
        <tbody>
          {stated.map((fact) => (
            <Row key={`${fact.ref}${fact.purpose}${fact.amountCents}`} label={statedLabel(fact)} n={fact.ref}>
              <Published fact={fact} />
            </Row>
          ))}
          {maximum && maxima && (
            <Row label={`Maximum annuel, ${maximum.schedule.label}, crise comprise`} n={maxima.ref}>
              <b>
                <Money cents={maximum.cents} mark={size?.kind === "deduced" ? "D" : maximum.mark} />
              </b>
            </Row>
          )}
          {own && (
            <Row label={`Maximum de l’année ${year?.year.index}, annexe du contrat comprise`}>
              <b>
                <Money cents={own.cents} mark={own.mark} />
              </b>
            </Row>
          )}
          {base && (
            <Row label="dont fonctionnement">
              <b>
                <Money cents={base.cents} mark={base.mark} />
              </b>
            </Row>
          )}
          {paid.map((fact) => (
            <Row
              key={`${fact.ref}${fact.payer}${fact.purpose}`}
              label={`Versé par ${PAID_BY[fact.payer]}, ${PURPOSE[fact.purpose]}`}
              n={fact.ref}
            >
              <Published fact={fact} />
            </Row>
          ))}
          {sums.paidByCpam === null && (
            <Row label="Versé par la CPAM">
              <Absent why="non_communique" />
            </Row>
          )}
          <Row label="Dépensé par la CPTS">
            <Absent why="non_communique" />
          </Row>
          {sums.toConfirm !== null && (
            <Row label="À confirmer, compté à part">
              <Money cents={sums.toConfirm} /> <Absent why="a_confirmer" />
            </Row>
          )}
        </tbody>
      </table>
      {page.state.pastTerm !== "no" && (
        <p className="note">
          Un contrat échu ne se prolonge pas tout seul&nbsp;: après le terme, le dû est à confirmer.
        </p>
      )}
    </section>
  );
}

const PAID_BY = { ars: "l’ARS", cpam: "la CPAM", msa: "la MSA" } as const;

function statedLabel({ status, amountToCents, asOf, purpose }: PublishedMoney): string {
  const what = status === "floor" ? `Minimum publié, ${PURPOSE[purpose]}` : "Maximum publié";
  return `${what}${amountToCents === null ? "" : ", selon la taille"}, ${when(asOf)}`;
}

function Published({ fact }: { readonly fact: PublishedMoney }) {
  return (
    <span className="nb">
      <b>
        <Num>{amountWords(fact)}</Num>
      </b>{" "}
      <Mark mark="V" />
    </span>
  );
}

function Row({
  label,
  n,
  children,
}: {
  readonly label: string;
  readonly n?: number;
  readonly children: ReactNode;
}) {
  return (
    <tr>
      <th scope="row">
        {label}
        {n !== undefined && <SourceRef n={n} />}
      </th>
      <td className="num">{children}</td>
    </tr>
  );
}
