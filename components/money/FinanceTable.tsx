import { Fragment } from "react";
import { typeset } from "@/lib/format/typography";
import type { FinanceLine, FinanceTotals, FinanceYear } from "@/lib/queries/money/finance-page";
import { LINE_LABEL } from "../cpts/line-words";
import { LineWhy } from "../cpts/LineWhy";
import { Absent } from "../ui/Absent";
import { Money } from "../ui/Money";
import { Num } from "../ui/Num";
import { DueCell } from "./DueCell";
import { flagWords } from "./flag-words";
import { Known } from "./Known";

/** Line by line: contracted, due, paid, spent, what is carried over, and what to look at. */
export function FinanceTable({ year }: { readonly year: FinanceYear }) {
  return (
    <table className="fin cards">
      <caption className="vh">Année {year.year} du contrat, ligne par ligne</caption>
      <thead>
        <tr>
          <th scope="col">Ligne</th>
          {["Contracté", "Dû", "Versé", "Dépensé", "Reporté"].map((head) => (
            <th key={head} scope="col" className="num">
              {head}
            </th>
          ))}
          <th scope="col">Écarts et raisons</th>
        </tr>
      </thead>
      <tbody>
        {year.lines.map((line) => (
          <Fragment key={line.line}>
            <tr className="g">
              <th scope="row">{LINE_LABEL[line.line]}</th>
              <td className="num" data-l="Contracté">
                {line.contractedCents === null ? (
                  <Absent why="a_confirmer" />
                ) : (
                  <Money cents={line.contractedCents} mark={line.contractedMark} />
                )}
              </td>
              <td className="num" data-l="Dû">
                <DueCell cents={line.dueCents} mark={line.dueMark} missing={line.dueMissing} />
              </td>
              <td className="num" data-l="Versé">
                <Known cents={line.paidCents} />
              </td>
              <td className="num" data-l="Dépensé">
                <SpentCell line={line} />
              </td>
              <td className="num" data-l="Reporté">
                <Known cents={line.closingCents} />
              </td>
              <td className="full" data-l="Écarts et raisons">
                <Flags line={line} />
              </td>
            </tr>
            {line.parts.length > 0 && (
              <tr className="why-row">
                <td colSpan={7}>
                  {line.parts.map(({ part, explanation }) => (
                    <LineWhy key={part} explanation={explanation} basis={null} question={explanation.title} />
                  ))}
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
      <tfoot>
        <Totals totals={year.totals} />
      </tfoot>
    </table>
  );
}

function SpentCell({ line }: { readonly line: FinanceLine }) {
  if (line.line === "non_ventile") return <Absent why="sans_objet" />;
  if (line.spentCents === null) return <Absent why="non_communique" />;
  return (
    <>
      {line.spentIsMinimum && <span className="mut">au moins </span>}
      <Money cents={line.spentCents} />
      {line.budgetCents !== null && (
        <span className="from-contract">
          budget <Money cents={line.budgetCents} />
        </span>
      )}
    </>
  );
}

function Flags({ line }: { readonly line: FinanceLine }) {
  if (line.flags.length === 0) return <span className="mut">Aucun écart</span>;
  return (
    <ul className="mflags">
      {line.flags.map((flag) => {
        const { tone, text } = flagWords(flag);
        return (
          <li key={flag.kind} className={tone}>
            <Num>{typeset(text)}</Num>
          </li>
        );
      })}
    </ul>
  );
}

function Totals({ totals }: { readonly totals: FinanceTotals }) {
  return (
    <>
      <tr>
        <th scope="row">Total</th>
        <td className="num" data-l="Contracté">
          <Money cents={totals.contractedCents} mark={totals.contractedMark} />
        </td>
        <td className="num" data-l="Dû">
          <DueCell
            cents={totals.dueCents}
            mark={totals.dueMark}
            missing={totals.dueIsMinimum ? "a_confirmer" : null}
          />
        </td>
        <td className="num" data-l="Versé">
          <Known cents={totals.paidCents} />
        </td>
        <td className="num" data-l="Dépensé">
          {totals.spentCents === null ? (
            <Absent why="non_communique" />
          ) : (
            <>
              {totals.spentIsMinimum && <span className="mut">au moins </span>}
              <Money cents={totals.spentCents} />
            </>
          )}
        </td>
        <td className="num" data-l="Reporté">
          <Known cents={totals.closingCents} />
        </td>
        <td />
      </tr>
      <tr className="sub">
        <th scope="row">dont dû à confirmer</th>
        <td />
        <td className="num" data-l="Dû">
          <Money cents={totals.toConfirmCents} />
        </td>
        <td colSpan={4}>montants du barème qui restent des hypothèses</td>
      </tr>
    </>
  );
}
