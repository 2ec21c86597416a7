import { Fragment } from "react";
import { list, money } from "@/lib/format/fr";
import { typeset } from "@/lib/format/typography";
import {
  explainLine,
  leftOut,
  maximumToConfirm,
  totalMarks,
  type Envelope,
  type EnvelopeLine,
} from "@/lib/funding";
import { LINE_LABEL, lineName, partName } from "../cpts/line-words";
import { LineWhy, type WhyBasis } from "../cpts/LineWhy";
import { Absent } from "../ui/Absent";
import { Mark } from "../ui/Mark";
import { Money } from "../ui/Money";
import { Num } from "../ui/Num";
import { DueBar, scaleOf, ScaleAxis } from "./DueBar";
import { reasonWords } from "./words";

interface LinesTableProps {
  readonly shown: Envelope;
  readonly basis: WhyBasis;
}

/** Every line of a contract year: what it can earn, what it earns, how certain that is, and why. */
export function LinesTable({ shown, basis }: LinesTableProps) {
  const { lines, input } = shown;
  const due = `Dû, année ${input.contractYear.index}`;
  const kept = lines.filter(({ reason }) => reason !== "not_engaged");
  const left = leftOut(shown);
  const scale = scaleOf(kept.map(({ amountCents }) => amountCents ?? 0));
  return (
    <table className="lines cards sim-lines">
      <caption className="vh">Enveloppe de l’année {input.contractYear.index}, ligne par ligne</caption>
      <thead>
        <tr>
          <th scope="col">Ligne</th>
          <th scope="col">Volet</th>
          <th scope="col" className="bar">
            <span className="vh">Part due du maximum</span>
            <ScaleAxis scale={scale} />
          </th>
          <th scope="col" className="num">
            Maximum annuel
          </th>
          <th scope="col" className="num">
            {due}
          </th>
        </tr>
      </thead>
      <tbody>
        {kept.map((line, i) => (
          <Fragment key={`${line.line} ${line.part}`}>
            <LineRow line={line} isFirst={kept[i - 1]?.line !== line.line} shown={shown} scale={scale} />
            <tr className="why-row">
              <td colSpan={5}>
                <LineWhy explanation={explainLine(line, shown)} basis={basis} question={"Pourquoi\u00a0?"} />
              </td>
            </tr>
          </Fragment>
        ))}
        {left.lines.length > 0 && <LeftOut left={left} due={due} />}
      </tbody>
      <Total shown={shown} due={due} />
    </table>
  );
}

interface LineRowProps {
  readonly line: EnvelopeLine;
  readonly isFirst: boolean;
  readonly shown: Envelope;
  readonly scale: number;
}

function LineRow({ line, isFirst, shown, scale }: LineRowProps) {
  const entry = shown.schedule.grid[shown.sizeTier].find(
    (one) => one.line === line.line && one.part === line.part,
  );
  const name = lineName({ line: line.line, nature: entry?.nature ?? null });
  const reason = reasonWords(line, shown);
  return (
    <tr className={`${isFirst ? "g" : "g2"}${line.maximumCents === 0 ? " off" : ""}`}>
      <th scope="row">{isFirst ? name : <span className="vh">{name}</span>}</th>
      <td data-l="Volet">
        {partName({ ...line, crisisOnly: entry?.crisisOnly ?? false })}
        {reason !== "" && (
          <small>
            <Num>{typeset(reason)}</Num>
          </small>
        )}
      </td>
      <td className="bar">
        <DueBar line={line} scale={scale} />
      </td>
      <td className="num" data-l="Maximum annuel">
        {line.amountCents === null ? (
          <Absent why="a_confirmer" />
        ) : (
          <Money cents={line.amountCents} mark={line.mark} detail={typeset(line.source)} />
        )}
      </td>
      <td className="num" data-l={`Dû, année ${shown.input.contractYear.index}`}>
        {typeof line.due === "number" ? (
          <Money cents={line.due} mark={line.dueMark} />
        ) : (
          <Absent why={line.due} />
        )}
      </td>
    </tr>
  );
}

/** The missions that the scenario does not engage, in one row: what they would bring in a full year. */
function LeftOut({ left, due }: { readonly left: ReturnType<typeof leftOut>; readonly due: string }) {
  const names = [...new Set(left.lines.map(({ line }) => LINE_LABEL[line]))];
  return (
    <tr className="g off">
      <th scope="row">Non retenues</th>
      <td data-l="Missions">{list(names)}</td>
      <td className="bar" />
      <td className="num" data-l="Maximum annuel">
        <Money cents={left.sum.cents} mark={left.sum.mark} />
      </td>
      <td className="num" data-l={due}>
        <Absent why="sans_objet" />
      </td>
    </tr>
  );
}

function Total({ shown, due }: { readonly shown: Envelope; readonly due: string }) {
  const { totals } = shown;
  const marks = totalMarks(shown);
  const { source, readingIsOurs } = marks.maximum;
  return (
    <tfoot>
      <tr>
        <th scope="row">Total</th>
        <td data-l="Volet" className="reg">
          {source ? `total publié${readingIsOurs ? ", lecture de Maillage" : ""}` : "lignes retenues"}
        </td>
        <td className="bar" />
        <td className="num" data-l="Maximum annuel">
          <span className="nb">
            <Num>{money(totals.maximumCents)}</Num>{" "}
            <Mark mark={marks.maximum.mark} {...(source ? { detail: typeset(source) } : {})} />
          </span>
        </td>
        <td className="num" data-l={due}>
          {totals.dueIsMinimum && "au moins "}
          <Money cents={totals.dueCents} mark={marks.due.mark} />
        </td>
      </tr>
      <tr className="sub">
        <th scope="row">dont à confirmer</th>
        <td data-l="Volet">reposant sur des hypothèses</td>
        <td className="bar" />
        <td className="num" data-l="Maximum annuel">
          <Money cents={maximumToConfirm(shown)} />
        </td>
        <td className="num" data-l={due}>
          <Money cents={totals.toConfirmCents} />
        </td>
      </tr>
    </tfoot>
  );
}
