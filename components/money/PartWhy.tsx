import type { ReactNode } from "react";
import { integer, money, percent } from "@/lib/format/fr";
import { typeset } from "@/lib/format/typography";
import type { Explanation, StepValue } from "@/lib/funding";
import { Absent } from "../ui/Absent";
import { Mark } from "../ui/Mark";
import { Num } from "../ui/Num";
import { Why } from "../ui/Why";

/** One part of a line explained, step by step, from the engine's own explanation alone. */
export function PartWhy({ explanation }: { readonly explanation: Explanation }) {
  const { title, steps, formula, article, contractArticle, missing } = explanation;
  return (
    <Why
      subject={title}
      question={title}
      steps={steps.map(({ label, value, detail, source, mark }) => ({
        label,
        value: stepFigure(value),
        note: (
          <>
            <Num>{typeset(detail)}</Num>
            {mark && (
              <>
                {" "}
                <Mark mark={mark} />
              </>
            )}
            {source && <span className="step-source"> {typeset(source)}</span>}
          </>
        ),
      }))}
      ending={
        <>
          <p>
            <b>Calcul</b> <Num>{typeset(formula)}</Num>
          </p>
          <p>
            <b>Règle</b> <Num>{typeset(article.rule)}</Num> ({typeset(article.source)})
            {article.convention && <> Convention de Maillage&nbsp;: {typeset(article.convention)}</>}
          </p>
          {contractArticle && (
            <p>
              <b>Contrat</b> {typeset(contractArticle.rule)}
            </p>
          )}
          {missing && (
            <p>
              <b>Il manque</b> {typeset(missing)}. Ce qui n’est pas connu n’est pas compté pour zéro.
            </p>
          )}
        </>
      }
    />
  );
}

/** The figure of a step, in its unit. */
export function stepFigure(value: StepValue): ReactNode {
  switch (value.unit) {
    case "inhabitants":
      return <Num>{integer(value.value)}</Num>;
    case "tier":
      return value.value;
    case "cents":
      return <Num>{money(value.value)}</Num>;
    case "days":
      return <Num>{`${value.numerator} / ${value.denominator} jours`}</Num>;
    case "rate":
      return percent(value, 2) ?? "0";
    case "cents_of":
      return <Num>{`${money(value.numerator)} sur ${money(value.denominator)}`}</Num>;
    case "absence":
      return <Absent why={value.value} />;
  }
}
