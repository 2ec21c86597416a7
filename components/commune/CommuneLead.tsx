import { Num } from "@/components/ui/Num";
import { count, integer, longDay } from "@/lib/format/fr";
import type { CommunePage } from "@/lib/queries/commune-page";
import { coveredWords, namesOf, sinceWords } from "./words";

/** Who covers the commune and since when, or why that is not known, in one sentence. */
export function CommuneLead({ page }: { readonly page: CommunePage }) {
  const { stage, possibleStage, holders, outside } = page;
  if (outside !== null) return <Outside page={page} />;
  const certain = holders.filter((holder) => holder.stage === stage && stage !== "none");
  if (certain.length === 0) {
    const possible = holders.filter((holder) => holder.possibleStage === possibleStage);
    return (
      <span>
        <strong>Peut-être couverte par {namesOf(possible)}</strong>&nbsp;: le jour exact de l’étape n’est pas
        publié, et le {longDay(page.asOf)} tombe entre les bornes connues.
      </span>
    );
  }
  const [first] = certain;
  const estimated = certain.every(({ basis }) => basis === "estimated");
  const since = certain.length === 1 && first ? sinceWords(first) : null;
  return (
    <span>
      <strong>
        {coveredWords(stage)} par {namesOf(certain)}
      </strong>
      {estimated && ", par estimation"}
      {stage === "signed" && since && <>&nbsp;: ACI signé {since}</>}
      {stage !== "signed" && since && <>, {since}</>}.
      {page.partlySigned && <Partly range={page.partlySigned} />}
    </span>
  );
}

function Partly({ range: { min, max } }: { readonly range: { readonly min: number; readonly max: number } }) {
  return (
    <>
      {" "}
      Une partie de la commune seulement&nbsp;:{" "}
      <Num>{min === max ? count(min, "habitant") : `de ${integer(min)} à ${count(max, "habitant")}`}</Num>.
    </>
  );
}

function Outside({ page: { outside, commune, unlocated } }: { readonly page: CommunePage }) {
  if (outside === "not_described") {
    return (
      <span>
        <strong>Aucune CPTS n’est décrite dans ce département.</strong> Maillage ne sait pas si {commune.name}{" "}
        est couverte&nbsp;; ce n’est pas dire qu’elle ne l’est pas.
      </span>
    );
  }
  if (outside === "zone_blanche") {
    return (
      <span>
        <strong>Zone blanche</strong>&nbsp;: {commune.name} n’est dans le territoire d’aucune CPTS, et toutes
        celles du département ont déclaré le leur.
      </span>
    );
  }
  return (
    <span>
      <strong>Hors périmètre connu.</strong>{" "}
      {unlocated.length > 0 ? (
        <>
          {count(unlocated.length, "CPTS signée", "CPTS signées")} du département{" "}
          {unlocated.length < 2 ? "n’a" : "n’ont"} pas de périmètre connu&nbsp;: l’une d’elles couvre
          peut-être {commune.name}.
        </>
      ) : (
        <>
          Les territoires du département ne sont connus que par estimation, ou pas tous&nbsp;: une CPTS couvre
          peut-être {commune.name}.
        </>
      )}
    </span>
  );
}
