import { Fragment, type ReactNode } from "react";
import { money, moneyDifference } from "@/lib/format/fr";
import { lineName, partName } from "./line-words";
import type { EnvelopeView, LineView, TotalView } from "@/lib/queries/cpts-envelope-view";
import type { CptsPage } from "@/lib/queries/cpts-page";
import { typeset } from "@/lib/format/typography";
import { Absent } from "../ui/Absent";
import { Mark } from "../ui/Mark";
import { Money } from "../ui/Money";
import { Num } from "../ui/Num";
import { LineWhy } from "./LineWhy";
import { whyBasis } from "./why-basis";

interface EnvelopeTableProps {
  readonly page: CptsPage;
  readonly envelope: EnvelopeView;
  readonly year: number;
}

/** Every line of the year: what it can earn, what it earns, how certain that is, and why. */
export function EnvelopeTable({ page, envelope, year }: EnvelopeTableProps) {
  const { lines } = envelope;
  const basis = whyBasis(page);
  const due = `Dû, année ${year}`;
  return (
    <table className="lines cards">
      <caption className="vh">Enveloppe de l’année {year}, ligne par ligne</caption>
      <thead>
        <tr>
          <th scope="col">Ligne</th>
          <th scope="col">Volet</th>
          <th scope="col" className="num">
            Maximum
          </th>
          <th scope="col" className="num">
            {due}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, i) => {
          const first = lines[i - 1]?.line !== line.line;
          return (
            <Fragment key={`${line.line} ${line.part}`}>
              <tr className={first ? "g" : "g2"}>
                <th scope="row">{first ? lineName(line) : <span className="vh">{lineName(line)}</span>}</th>
                <td data-l="Volet">{partName(line)}</td>
                <td className="num" data-l="Maximum">
                  <Maximum line={line} />
                </td>
                <td className="num" data-l={due}>
                  {typeof line.due === "number" ? (
                    <Money cents={line.due} mark={line.dueMark} />
                  ) : (
                    <Absent why={line.due} />
                  )}
                </td>
              </tr>
              <tr className="why-row">
                <td colSpan={4}>
                  <LineWhy explanation={line.explanation} basis={basis} />
                </td>
              </tr>
            </Fragment>
          );
        })}
      </tbody>
      <Totals envelope={envelope} due={due} />
    </table>
  );
}

function Maximum({ line }: { readonly line: LineView }) {
  const { amountCents, mark, contractCents, scheduleCents, differenceCents } = line;
  if (amountCents === null) return <Absent why="a_confirmer" />;
  return (
    <>
      <Money cents={amountCents} mark={mark} />
      {contractCents !== null && (
        <span className="from-contract">
          contrat
          {scheduleCents !== null && differenceCents !== null && (
            <Num>{`, barème ${money(scheduleCents)}, écart ${moneyDifference(differenceCents)}`}</Num>
          )}
        </span>
      )}
    </>
  );
}

function Totals({ envelope, due }: { readonly envelope: EnvelopeView; readonly due: string }) {
  const { maximum, maximumInCrisis, dueCents, dueIsMinimum, dueMark, hypothesesCents, toConfirmCents } =
    envelope;
  return (
    <tfoot>
      <TotalRow label={maximumInCrisis ? "Total, sans crise reconnue" : "Total"} total={maximum} due={due}>
        {dueCents === null ? (
          <Absent why="a_confirmer" />
        ) : (
          <>
            {dueIsMinimum && "au moins "}
            <Money cents={dueCents} mark={dueMark} />
          </>
        )}
      </TotalRow>
      {maximumInCrisis && (
        <TotalRow label="Total, crise reconnue" total={maximumInCrisis} due={due}>
          <span className="mut reg">selon la décision de l’ARS</span>
        </TotalRow>
      )}
      <tr className="sub">
        <th scope="row">dont montants à confirmer</th>
        <td data-l="Volet">hypothèses du barème</td>
        <td className="num" data-l="Maximum">
          <Money cents={hypothesesCents} />
        </td>
        <td className="num" data-l={due}>
          {dueCents === null ? <Absent why="a_confirmer" /> : <Money cents={toConfirmCents} />}
        </td>
      </tr>
      {envelope.contractDifferenceCents !== null && (
        <tr className="sub">
          <th scope="row">Écart du contrat au barème</th>
          <td data-l="Volet">le contrat l’emporte</td>
          <td className="num" data-l="Maximum">
            <Num>{moneyDifference(envelope.contractDifferenceCents)}</Num>
          </td>
          <td />
        </tr>
      )}
    </tfoot>
  );
}

interface TotalRowProps {
  readonly label: string;
  readonly total: TotalView;
  readonly due: string;
  readonly children: ReactNode;
}

function TotalRow({ label, total, due, children }: TotalRowProps) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td data-l="Volet" className="reg">
        {total.source
          ? `total publié${total.readingIsOurs ? ", lecture de Maillage" : ""}`
          : "somme des lignes"}
      </td>
      <td className="num" data-l="Maximum">
        <span className="nb">
          <Num>{money(total.cents)}</Num>{" "}
          <Mark mark={total.mark} {...(total.source ? { detail: typeset(total.source) } : {})} />
        </span>
      </td>
      <td className="num" data-l={due}>
        {children}
      </td>
    </tr>
  );
}
