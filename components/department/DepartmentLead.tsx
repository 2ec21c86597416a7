import { count, integer, percent, plural } from "@/lib/format/fr";
import { BLANK } from "@/lib/format/labels";
import type { DepartmentPage } from "@/lib/queries/department-page";
import { Num } from "../ui/Num";

/** The department in one sentence: how many are signed, how many people they cover, what remains. */
export function DepartmentLead({ page }: { readonly page: DepartmentPage }) {
  const { coverage, cpts, blankLabel } = page;
  const { population, rates } = coverage;
  if (cpts.length === 0) {
    return (
      <>
        <strong>Aucune CPTS décrite ici.</strong> Maillage ne connaît encore ni contrat ni périmètre dans ce
        département : rien n’y vaut zéro, rien n’y est compté.
      </>
    );
  }
  const located = cpts.filter(
    ({ state, here }) => state.stage === "signed" && here !== null && here.communes > 0,
  ).length;
  const { signed } = coverage.cptsCount;
  const underWay = coverage.cptsCount.validated + coverage.cptsCount.intent;
  const { max } = coverage.signedCpts;
  return (
    <>
      <strong>{signed === 0 ? "Aucune CPTS signée" : count(signed, "CPTS signée", "CPTS signées")}.</strong>{" "}
      {max > signed && (
        <>{count(max - signed, "autre signature possible", "autres signatures possibles")} à cette date. </>
      )}
      {underWay > 0 && <>{count(underWay, "projet en cours", "projets en cours")}. </>}
      {signed > 0 &&
        (located === 0 ? (
          <>Aucune n’a de périmètre connu ici ; </>
        ) : (
          <>
            {located < signed && `${integer(located)} ${plural(located, "localisée")}`}
            {located === signed && (signed === 1 ? "Localisée" : "Toutes localisées")}
            {coverage.estimated.signed.population === population.signed && ", par estimation"}, couvrant{" "}
            <strong>
              <Num>{`${integer(population.signed)} habitants (${percent(rates.population.signed) ?? ""})`}</Num>
            </strong>
            {"\u00a0; "}
          </>
        ))}
      {signed > 0 ? "restent" : "Restent"}{" "}
      <strong>
        <Num>{`${integer(population.none)} habitants`}</Num>
      </strong>{" "}
      {blankLabel === "zone_blanche" ? `en ${BLANK.zone_blanche}` : BLANK.hors_perimetre_connu}.
    </>
  );
}
