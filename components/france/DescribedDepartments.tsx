import { Absent } from "@/components/ui/Absent";
import { Num } from "@/components/ui/Num";
import { SourceRef } from "@/components/ui/SourceRef";
import { count, day, integer } from "@/lib/format/fr";
import type { Footnotes } from "@/lib/queries/footnotes";
import type { DepartmentRow } from "@/lib/queries/territory-rows";
import { addressWith, type Query } from "@/lib/schemas/address";
import { publishedShort, rateText } from "./rates";
import { RateRule } from "./RateRule";

interface DescribedDepartmentsProps {
  readonly asOf: string;
  /** Those that hold data. */
  readonly rows: readonly DepartmentRow[];
  /** How many hold none. */
  readonly awaiting: number;
  readonly footnotes: Footnotes;
  readonly query: Query;
}

/** What Maillage describes, department by department, each computed rate beside the published one. */
export function DescribedDepartments({ asOf, rows, awaiting, footnotes, query }: DescribedDepartmentsProps) {
  return (
    <section aria-labelledby="decrit">
      <div className="fr-hh">
        <h2 className="fr-h" id="decrit">
          Ce que Maillage décrit
        </h2>
        <span className="xs mut">au {day(asOf)}</span>
      </div>
      {rows.length > 0 && (
        <table className="fr-rank">
          <caption className="vh">
            Départements où une CPTS est décrite&nbsp;: part signée de la population, calculée et publiée
          </caption>
          <thead>
            <tr>
              <th scope="col">Département</th>
              <th scope="col" className="rc">
                De 0 à 100&nbsp;%
              </th>
              <th scope="col" className="num">
                Calculé
              </th>
              <th scope="col" className="num">
                Publié
              </th>
              <th scope="col" className="num">
                CPTS
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <RankRow key={row.code} row={row} footnotes={footnotes} query={query} />
            ))}
          </tbody>
        </table>
      )}
      <div className="fr-awaiting">
        <p>
          <b>{awaitingWords(awaiting, rows.length)}</b> Rien n’y est compté, et rien n’y vaut zéro.
        </p>
        <a className="btn" href="/methode#donnees">
          D’où viennent les données
        </a>
      </div>
      {rows.length > 0 && <Key />}
    </section>
  );
}

function awaitingWords(awaiting: number, described: number): string {
  if (described === 0) return "Aucune CPTS n’est décrite à cette date.";
  return `${count(awaiting, "département attend ses données", "départements attendent leurs données")}.`;
}

interface RankRowProps extends Pick<DescribedDepartmentsProps, "footnotes" | "query"> {
  readonly row: DepartmentRow;
}

function RankRow({ row, footnotes, query }: RankRowProps) {
  const { code, name, computed, published, cpts } = row;
  const rates = published && publishedShort(published);
  return (
    <tr>
      <th scope="row">
        <a href={addressWith(`/departements/${code}`, { date: query.date }, {})}>{name}</a>{" "}
        <span className="mut">{code}</span>
      </th>
      <td className="rc">
        <RateRule row={row} />
      </td>
      <td className="num" data-l="Calculé">
        {computed ? (
          <>
            <b>
              <Num>{rateText(computed.signedRate)}</Num>
            </b>
            {computed.possibleRate && (
              <span className="fr-may-be">
                jusqu’à <Num>{rateText(computed.possibleRate)}</Num>
              </span>
            )}
          </>
        ) : (
          <Absent why="non_communique" />
        )}
      </td>
      <td className="num" data-l="Publié">
        {published && rates ? (
          <span className="nb">
            <Num>{rates}</Num> <SourceRef n={footnotes.numberOf(published.citation)} />
          </span>
        ) : (
          <Absent why="non_communique" />
        )}
      </td>
      <td className="num" data-l="CPTS décrites">
        {integer(cpts)}
        {published?.signedCpts != null && ` sur ${integer(published.signedCpts)}`}
      </td>
    </tr>
  );
}

function Key() {
  return (
    <p className="note fr-kx">
      <span className="nb">
        <KeyTick hollow={false} /> publié, signé
      </span>{" "}
      <span className="nb">
        <KeyTick hollow /> publié, signé ou en cours
      </span>{" "}
      <span className="nb">
        <span className="sw s signed est" aria-hidden="true" /> calculé, estimé
      </span>
    </p>
  );
}

function KeyTick({ hollow }: { readonly hollow: boolean }) {
  return (
    <svg className="rate-rule key" width="8" height="14" aria-hidden="true" focusable="false">
      {hollow ? (
        <rect className="pub hollow" x="1" y=".75" width="6" height="12.5" />
      ) : (
        <rect className="pub" x="2" width="4" height="14" />
      )}
    </svg>
  );
}
