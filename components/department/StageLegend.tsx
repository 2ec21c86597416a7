import { decimal, integer } from "@/lib/format/fr";
import { STAGE } from "@/lib/format/labels";
import { rateValue } from "@/lib/kernel/rate";
import type { DepartmentCptsRow, DepartmentPage } from "@/lib/queries/department-page";
import type { Stage } from "@/lib/record/lifecycle";
import { Absent } from "../ui/Absent";
import { Flag } from "../ui/Flag";
import { Num } from "../ui/Num";
import { StageSwatch } from "../ui/StageSwatch";

const BLANK = { zone_blanche: "Zone blanche", hors_perimetre_connu: "Hors périmètre" } as const;

/** The legend of the map, which is the table of counts: there is no other. */
export function StageLegend({ page }: { readonly page: DepartmentPage }) {
  const { coverage, cpts, department } = page;
  const { population, communes } = coverage;
  const located = (stage: Stage) =>
    cpts.filter(({ state, here }) => state.stage === stage && here !== null).length;
  const unlocated = cpts.filter(({ state, here }) => state.stage === "signed" && here === null).length;
  const declared = cpts.some(isSignedAnd("declared"));
  const estimated = cpts.some(isSignedAnd("estimated"));
  const nothing = cpts.length === 0;
  const share = (inhabitants: number) => shareOf(inhabitants, population.total);
  const flagged = cpts.filter(({ state, here }) => state.pastTerm === "yes" && here !== null).length;
  return (
    <table className="legend">
      <caption className="vh">Légende de la carte et comptes par étape</caption>
      <thead>
        <tr>
          <th scope="col">Étape, périmètre</th>
          <th scope="col" className="num">
            CPTS
          </th>
          <th scope="col" className="num">
            <abbr title="Communes">Comm.</abbr>
          </th>
          <th scope="col" className="num">
            Habitants
          </th>
          <th scope="col" className="num">
            %
          </th>
        </tr>
      </thead>
      <tbody>
        <Row
          swatch={
            <StageSwatch stage="signed" perimeter={estimated && !declared ? "estimated" : "declared"} />
          }
          label={estimated && !declared ? "Signé, estimé" : "Signé"}
          figures={[located("signed"), communes.signed, population.signed]}
          share={share(population.signed)}
          unknown={nothing}
        />
        {estimated && declared && (
          <Row
            sub
            swatch={<StageSwatch stage="signed" perimeter="estimated" />}
            label="dont estimé"
            figures={[
              cpts.filter(isSignedAnd("estimated")).length,
              coverage.estimated.signed.communes,
              coverage.estimated.signed.population,
            ]}
            share={share(coverage.estimated.signed.population)}
          />
        )}
        {coverage.pastTerm.communes > 0 && (
          <Row
            sub
            swatch={
              <span className="sw">
                <Flag />
              </span>
            }
            label="terme dépassé"
            figures={[flagged, coverage.pastTerm.communes, coverage.pastTerm.population]}
            share={share(coverage.pastTerm.population)}
          />
        )}
        {unlocated > 0 && (
          <tr>
            <th scope="row">
              <span className="lgd">
                <StageSwatch stage="signed" perimeter="unknown" />
                <span>Non localisé</span>
              </span>
            </th>
            <td className="num">{unlocated}</td>
            <td className="num" colSpan={3}>
              <Absent why="non_communique" />
            </td>
          </tr>
        )}
        {(["validated", "intent"] as const).map((stage) => (
          <Row
            key={stage}
            swatch={<StageSwatch stage={stage} perimeter="declared" />}
            label={stage === "validated" ? "Projet validé" : STAGE.intent}
            figures={[coverage.cptsCount[stage], communes[stage], population[stage]]}
            share={share(population[stage])}
            unknown={nothing}
          />
        ))}
        <Row
          swatch={<StageSwatch stage="none" perimeter="declared" />}
          label={BLANK[page.blankLabel]}
          figures={[null, communes.none, population.none]}
          share={share(population.none)}
        />
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{department.name}</th>
          <td className="num">{nothing ? <Absent why="non_communique" brief /> : cpts.length}</td>
          <td className="num">
            <Num>{integer(communes.total)}</Num>
          </td>
          <td className="num">
            <Num>{integer(population.total)}</Num>
          </td>
          <td className="num">100</td>
        </tr>
      </tfoot>
    </table>
  );
}

interface RowProps {
  readonly swatch: React.ReactNode;
  readonly label: string;
  readonly figures: readonly (number | null)[];
  readonly share: string;
  readonly sub?: boolean;
  /** Nothing is on record: no figure at all, which is not zero. */
  readonly unknown?: boolean;
}

function Row({ swatch, label, figures, share, sub, unknown }: RowProps) {
  return (
    <tr className={sub ? "sub" : undefined}>
      <th scope="row">
        <span className="lgd">
          {swatch}
          <span>{label}</span>
        </span>
      </th>
      {unknown ? (
        <td className="num" colSpan={figures.length + 1}>
          <Absent why="non_communique" />
        </td>
      ) : (
        <>
          {figures.map((figure, i) => (
            <td key={i} className="num">
              {figure === null ? <Absent why="sans_objet" brief /> : <Num>{integer(figure)}</Num>}
            </td>
          ))}
          <td className="num">{share}</td>
        </>
      )}
    </tr>
  );
}

function isSignedAnd(perimeter: "declared" | "estimated") {
  return (row: DepartmentCptsRow) => row.state.stage === "signed" && row.perimeter === perimeter;
}

/** One decimal without the sign, which the column's header bears. */
function shareOf(numerator: number, denominator: number): string {
  const value = rateValue({ numerator, denominator });
  if (value === null) return "";
  return value > 0 && value < 0.0005 ? "< 0,1" : decimalWithZero(100 * value);
}

function decimalWithZero(value: number): string {
  const text = decimal(value, 1);
  return text.includes(",") || value === 100 ? text : `${text},0`;
}
