import type { ReactNode } from "react";
import { integer, money, percent, qualified } from "@/lib/format/fr";
import { typeset } from "@/lib/format/typography";
import type { Step } from "@/lib/funding";
import type { LineView } from "@/lib/queries/cpts-envelope-view";
import type { CptsPage } from "@/lib/queries/cpts-page";
import { Absent } from "../ui/Absent";
import { Mark } from "../ui/Mark";
import { Num } from "../ui/Num";
import { SourceRef } from "../ui/SourceRef";
import { Why } from "../ui/Why";

/** « Pourquoi ce montant ? »: population, taille, barème, prorata, each with its source, then what is missing. */
export function LineWhy({ line, page }: { readonly line: LineView; readonly page: CptsPage }) {
  const { title, steps, formula, article, contractArticle, missing } = line.explanation;
  return (
    <Why
      subject={title}
      steps={steps.map((step) => ({
        label: step.label,
        value: <StepFigure step={step} page={page} />,
        note: <StepNote step={step} page={page} />,
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

function StepFigure({ step, page }: { readonly step: Step; readonly page: CptsPage }): ReactNode {
  const { value, mark } = step;
  switch (value.unit) {
    case "inhabitants":
      return <Num>{qualified(page.stated.population?.qualifier ?? "exact", integer(value.value))}</Num>;
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

function StepNote({ step, page }: { readonly step: Step; readonly page: CptsPage }): ReactNode {
  const { stated, size, year } = page;
  if (step.key === "population") {
    return stated.population ? (
      <>
        habitants, population publiée
        <SourceRef n={stated.population.ref} />
      </>
    ) : (
      "aucune source ne donne la population"
    );
  }
  if (step.key === "taille") {
    return (
      <>
        <Num>{typeset(year?.size?.label ?? "")}</Num>
        {size?.kind === "deduced" && (
          <Num>{` ; déduite du plafond publié de ${money(size.amountCents)}, que cette taille seule rejoint`}</Num>
        )}
        {size?.kind === "stated" && " ; écrite par la source"}
        {year && <SourceRef n={year.schedule.ref} />}
      </>
    );
  }
  return (
    <>
      <Num>{typeset(step.detail)}</Num>
      {step.mark && (
        <>
          {" "}
          <Mark mark={step.mark} />
        </>
      )}
      {step.key === "bareme" && year && <SourceRef n={year.schedule.ref} />}
      {step.source && step.key !== "prorata" && step.key !== "realisation" && (
        <span className="step-source"> {typeset(step.source)}</span>
      )}
    </>
  );
}
