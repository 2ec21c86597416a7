import type { ReactNode } from "react";
import { integer, money, percent, qualified } from "@/lib/format/fr";
import { typeset } from "@/lib/format/typography";
import type { Explanation, Step } from "@/lib/funding";
import type { Qualifier } from "@/lib/kernel/certainty";
import { Absent } from "../ui/Absent";
import { Mark } from "../ui/Mark";
import { Num } from "../ui/Num";
import { SourceRef } from "../ui/SourceRef";
import { Why } from "../ui/Why";

/** What the steps of every line of an envelope rest on. */
export interface WhyBasis {
  readonly populationQualifier: Qualifier;
  readonly populationNote: ReactNode;
  readonly sizeNote: ReactNode;
  /** The footnote of the schedule applied. */
  readonly scheduleRef: number | null;
}

interface LineWhyProps {
  readonly explanation: Explanation;
  /** Null: the page numbers no sources, and the engine's own words are enough. */
  readonly basis: WhyBasis | null;
  readonly question?: string;
}

/** « Pourquoi ce montant ? »: population, taille, barème, prorata, each with its source, then what is missing. */
export function LineWhy({ explanation, basis, question }: LineWhyProps) {
  const { title, steps, formula, article, contractArticle, missing } = explanation;
  return (
    <Why
      subject={title}
      {...(question === undefined ? {} : { question })}
      steps={steps.map((step) => ({
        label: step.label,
        value: <StepFigure step={step} basis={basis} />,
        note: <StepNote step={step} basis={basis} />,
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

function StepFigure({ step, basis }: { readonly step: Step; readonly basis: WhyBasis | null }): ReactNode {
  const { value, mark } = step;
  switch (value.unit) {
    case "inhabitants":
      return <Num>{qualified(basis?.populationQualifier ?? "exact", integer(value.value))}</Num>;
    case "tier":
      return value.value;
    case "cents":
      return mark === "H" ? (
        <span className="hyp">
          <Num>{money(value.value)}</Num>
        </span>
      ) : (
        <Num>{money(value.value)}</Num>
      );
    case "days":
      return <Num>{`${value.numerator} / ${value.denominator} jours`}</Num>;
    case "rate":
      return percent(value) ?? "0";
    case "cents_of":
      return <Num>{`${money(value.numerator)} sur ${money(value.denominator)}`}</Num>;
    case "absence":
      return <Absent why={value.value} />;
  }
}

function StepNote({ step, basis }: { readonly step: Step; readonly basis: WhyBasis | null }): ReactNode {
  if (basis && step.key === "population") return basis.populationNote;
  if (basis && step.key === "taille") return basis.sizeNote;
  return (
    <>
      <Num>{typeset(step.detail)}</Num>
      {step.mark && (
        <>
          {" "}
          <Mark mark={step.mark} />
        </>
      )}
      {step.key === "bareme" && basis?.scheduleRef != null && <SourceRef n={basis.scheduleRef} />}
      {step.source && step.key !== "prorata" && step.key !== "realisation" && (
        <span className="step-source"> {typeset(step.source)}</span>
      )}
    </>
  );
}
