import { Absent } from "@/components/ui/Absent";
import { Money } from "@/components/ui/Money";
import { SourceRef } from "@/components/ui/SourceRef";
import { count, integer, millions } from "@/lib/format/fr";
import { euros } from "@/lib/kernel/money";
import type { Footnotes } from "@/lib/queries/footnotes";
import type { NationalFigures, YearOfPayments } from "@/lib/queries/national-figures";
import type { DescribedCpts } from "@/lib/queries/territory-rows";

interface MissingProps {
  readonly cpts: DescribedCpts;
  readonly national: NationalFigures;
  readonly footnotes: Footnotes;
}

/** What is not known, counted, and where the rest will come from. */
export function Missing({ cpts, national, footnotes }: MissingProps) {
  return (
    <div className="fr-three">
      <div>
        <h3>{count(cpts.total, "CPTS décrite", "CPTS décrites")}</h3>
        <table>
          <caption className="vh">Les CPTS décrites, selon leur périmètre</caption>
          <tbody>
            <CountRow words="Périmètre déclaré" value={cpts.perimeter.declared} />
            <CountRow words="Périmètre estimé" value={cpts.perimeter.estimated} />
            <CountRow words="Périmètre inconnu" value={cpts.perimeter.unknown} />
            <CountRow words="Terme dépassé, renouvellement non renseigné" value={cpts.pastTerm} />
          </tbody>
        </table>
      </div>
      <div>
        <h3>Versé par CPTS, en moyenne</h3>
        <table>
          <caption className="vh">Montant versé par CPTS et par an, déduit des totaux publiés</caption>
          <tbody>
            {national.payments.toReversed().map((year) => (
              <AverageRow key={year.year.earliest} year={year} footnotes={footnotes} />
            ))}
            <tr>
              <th scope="row">Dépensé, et à quoi</th>
              <td className="num">
                <Absent why="non_communique" />
              </td>
            </tr>
          </tbody>
        </table>
      </div>
      <div>
        <h3>Compléter un département</h3>
        <p className="note">
          La couche «&nbsp;CPTS et projets de CPTS&nbsp;» de la DGOS donne des polygones&nbsp;; les ARS
          tiennent des tableaux, une ligne par CPTS et par commune. Tant que les périmètres ne sont pas
          versés, Maillage estime ceux qui portent le nom d’une intercommunalité et laisse les autres
          inconnus.
        </p>
        <p className="note">
          <a href="/methode#perimetres">Quels périmètres sont estimés, et comment</a>
        </p>
      </div>
    </div>
  );
}

function CountRow({ words, value }: { readonly words: string; readonly value: number }) {
  return (
    <tr>
      <th scope="row">{words}</th>
      <td className="num">{integer(value)}</td>
    </tr>
  );
}

/** Derived to the euro: the totals themselves are rounded by their report. */
function AverageRow({
  year: { year, cents, cpts, averageCents },
  footnotes,
}: {
  readonly year: YearOfPayments;
  readonly footnotes: Footnotes;
}) {
  return (
    <tr>
      <th scope="row">
        {year.earliest.slice(0, 4)}&nbsp;: {millions(cents.value)}
        {cpts && ` pour ${integer(cpts.value)}`} <SourceRef n={footnotes.numberOf(cents.citation)} />
      </th>
      <td className="num">
        {averageCents === null ? (
          <Absent why="non_communique" />
        ) : (
          <Money
            cents={euros(Math.round(averageCents / 100))}
            mark="D"
            detail="total versé, arrondi par le rapport, divisé par le nombre de CPTS payées"
          />
        )}
      </td>
    </tr>
  );
}
