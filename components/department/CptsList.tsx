import { between, count, when } from "@/lib/format/fr";
import { STAGE } from "@/lib/format/labels";
import type { DepartmentCptsRow } from "@/lib/queries/department-page";
import { Flag } from "../ui/Flag";
import { Num } from "../ui/Num";
import { StageSwatch } from "../ui/StageSwatch";

/** The CPTS of the department at a glance: those on the map, then those without a known perimeter. */
export function CptsList({ cpts }: { readonly cpts: readonly DepartmentCptsRow[] }) {
  const groups = [
    { label: "Périmètre déclaré", rows: cpts.filter(({ perimeter }) => perimeter === "declared") },
    { label: "Périmètre estimé", rows: cpts.filter(({ perimeter }) => perimeter === "estimated") },
    { label: "Périmètre inconnu", rows: cpts.filter(({ perimeter }) => perimeter === "unknown") },
  ].filter(({ rows }) => rows.length > 0);
  const pastTerm = cpts.filter(({ state }) => state.pastTerm === "yes").length;
  return (
    <section className="list" aria-labelledby="l1">
      <h2 className="h" id="l1">
        {cpts.length === 1 ? "La CPTS" : `Les ${cpts.length} CPTS`}
      </h2>
      {groups.map(({ label, rows }) => (
        <div key={label}>
          <p className="gh">
            <span>{label}</span>
            {label !== "Périmètre inconnu" && <span>Habitants</span>}
          </p>
          <ul>
            {rows.map((row) => (
              <li key={row.slug}>
                <a href={`/cpts/${row.slug}`}>
                  <StageSwatch stage={row.state.stage} perimeter={row.perimeter} small />
                  <span className="nm">
                    {row.name} {row.state.pastTerm === "yes" && <Flag />}
                    <small>
                      {row.state.stage !== "signed" && `${STAGE[row.state.stage]}, `}
                      {row.state.since && when(row.state.since)}
                      {row.here && ` · ${count(row.here.communes, "commune")}`}
                    </small>
                  </span>
                  {row.here && (
                    <span className="v">
                      <Num>{between(row.here.population)}</Num>
                    </span>
                  )}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {pastTerm > 0 && (
        <p className="note lg">
          <Flag /> terme de cinq ans dépassé, renouvellement non renseigné : {count(pastTerm, "contrat")}.
        </p>
      )}
    </section>
  );
}
