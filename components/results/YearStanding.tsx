import { day } from "@/lib/format/fr";
import { typeset } from "@/lib/format/typography";
import type { YearPage } from "@/lib/queries/results";
import { Callout } from "../ui/Notice";

/** Where the results stand, and what the reader may do about it. */
export function YearStanding({ page }: { readonly page: YearPage }) {
  const { state, settled, reopened, slug } = page;
  const words = standingWords(page);
  return (
    <>
      {settled && (
        <Callout kind="info">
          <p>
            <b>Année arrêtée</b> le {day(settled.on)} par{" "}
            {settled.by === "ars" ? "l’ARS" : settled.by === "cpam" ? "la CPAM" : "un agent"}, au dialogue de
            gestion
            {settled.meeting && (
              <>
                {" "}
                (<a href={`/espace/cpts/${slug}/reunions/${settled.meeting.id}`}>réunion enregistrée</a>)
              </>
            )}
            . Elle est fermée&nbsp;: ses montants ne changent plus.
          </p>
        </Callout>
      )}
      {settled === null && reopened !== null && (
        <Callout>
          <p>
            <b>Année rouverte.</b> Motif&nbsp;: {typeset(reopened)}
          </p>
        </Callout>
      )}
      {words && <p className="standing">{typeset(words)}</p>}
      {state === "to_come" && (
        <Callout kind="info">
          <p>
            Cette année du contrat n’a pas encore commencé&nbsp;: ses résultats se saisiront à partir de son
            début.
          </p>
        </Callout>
      )}
    </>
  );
}

function standingWords({ state, mayFill, maySettle }: YearPage): string | null {
  if (state === "proposed") {
    if (maySettle)
      return "La coordination a proposé ces résultats : corrigez ce qui doit l’être, puis arrêtez l’année.";
    return mayFill
      ? "Vous avez proposé ces résultats. Les modifier retire la proposition ; proposez-les de nouveau ensuite."
      : "Proposés par la coordination, pas encore arrêtés.";
  }
  if (!mayFill) return null;
  return maySettle
    ? "La coordination saisit et propose ; vous pouvez saisir, corriger et arrêter l’année."
    : "Enregistrez autant de fois qu’il faut ; proposez une fois l’année finie et les valeurs connues.";
}
