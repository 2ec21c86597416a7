import { day, money, moneyDifference } from "@/lib/format/fr";
import type { EnvelopeEffect, LineEffect, LineMaximum, YearMaximum } from "@/lib/queries/proposal-envelope";
import type { TotalView } from "@/lib/queries/cpts-envelope-view";
import { LINE_LABEL } from "../cpts/line-words";
import { Absent } from "../ui/Absent";
import { Mark } from "../ui/Mark";
import { Money } from "../ui/Money";
import { Num } from "../ui/Num";
import { EffectHead } from "./EffectHead";

/** What a year of the contract may bring at most, line by line, before and after. */
export function EnvelopeChange({ envelope }: { readonly envelope: EnvelopeEffect }) {
  const { asOf, totals, lines } = envelope;
  const { before, after } = totals;
  return (
    <div className="envelope-change">
      <p className="note">{basisWords(before, after)}</p>
      <div
        className="scroll fx"
        role="region"
        aria-label="Effet sur l’enveloppe, à faire défiler"
        tabIndex={0}
      >
        <table className="fx">
          <caption>Maximum d’une année du contrat, au {day(asOf)}</caption>
          <EffectHead what="Ligne" />
          {lines.length > 0 && (
            <tbody>
              {lines.map((line) => (
                <Line key={`${line.line} ${line.part}`} line={line} totals={totals} />
              ))}
            </tbody>
          )}
          <tfoot>
            <Total label="Total, sans crise reconnue" before={before.maximum} after={after.maximum} />
            {(before.maximumInCrisis ?? after.maximumInCrisis) && (
              <Total
                label="Total, crise reconnue"
                before={before.maximumInCrisis}
                after={after.maximumInCrisis}
              />
            )}
            {(before.ceiling ?? after.ceiling) && (
              <tr>
                <th scope="row">Plafond publié de la taille</th>
                <td className="num">{ceiling(before)}</td>
                <td className="num">{ceiling(after)}</td>
                <Gap before={before.ceiling?.cents ?? null} after={after.ceiling?.cents ?? null} />
              </tr>
            )}
          </tfoot>
        </table>
      </div>
    </div>
  );
}

/** Which year and size each side is computed for, or why it is not. */
function basisWords(before: YearMaximum, after: YearMaximum): string {
  const [was, will] = [sideWords(before), sideWords(after)];
  return was === will ? `Avant comme après\u00a0: ${was}.` : `Avant\u00a0: ${was}. Après\u00a0: ${will}.`;
}

function sideWords({ year, schedule, size }: YearMaximum): string {
  if (year === null) return "aucun contrat ce jour-là, rien n’est dû";
  if (size === null)
    return `année ${year} du contrat, taille trop incertaine pour calculer (périmètre estimé ou inconnu)`;
  return `année ${year} du contrat, taille ${size.tier}, barème ${schedule ?? "à confirmer"}`;
}

function Line({ line: { line, part, before, after }, totals }: LineProps) {
  const [was, will] = [amountOf(before, totals.before), amountOf(after, totals.after)];
  return (
    <tr className={was === will ? "flat" : undefined}>
      <th scope="row">
        {LINE_LABEL[line]}
        {part !== "unknown" && <span className="mut">, {part === "fixed" ? "fixe" : "variable"}</span>}
      </th>
      <td className="num">{lineCell(before, totals.before)}</td>
      <td className="num">{lineCell(after, totals.after)}</td>
      <Gap before={was} after={will} />
    </tr>
  );
}

interface LineProps {
  readonly line: LineEffect;
  readonly totals: EnvelopeEffect["totals"];
}

/** A contract whose size nothing says for certain: its amounts exist, and are not known. */
const isUncertain = ({ year, maximum }: YearMaximum): boolean => year !== null && maximum === null;

/** Euro cents; 0 for a line that one side does not have, null for one that cannot be told. */
function amountOf(line: LineMaximum | null, side: YearMaximum): number | null {
  if (line === null) return isUncertain(side) ? null : 0;
  return line.cents;
}

const OUTSIDE = { crisis: "si crise reconnue", option: "option, hors du total" } as const;

function lineCell(line: LineMaximum | null, side: YearMaximum) {
  if (line === null && isUncertain(side)) return <Absent why="a_confirmer" />;
  if (line === null) return <Absent why="sans_objet" />;
  if (line.cents === null) return <Absent why="a_confirmer" />;
  return (
    <>
      <Money cents={line.cents} mark={line.mark} />
      {line.fromContract && <span className="from-contract">contrat</span>}
      {line.outside && <span className="from-contract">{OUTSIDE[line.outside]}</span>}
    </>
  );
}

interface TotalProps {
  readonly label: string;
  readonly before: TotalView | null;
  readonly after: TotalView | null;
}

function Total({ label, before, after }: TotalProps) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td className="num">{totalCell(before)}</td>
      <td className="num">{totalCell(after)}</td>
      <Gap before={before?.cents ?? null} after={after?.cents ?? null} />
    </tr>
  );
}

function totalCell(total: TotalView | null) {
  if (total === null) return <Absent why="a_confirmer">non calculé</Absent>;
  return (
    <span className="nb">
      <Num>{money(total.cents)}</Num> <Mark mark={total.mark} />
    </span>
  );
}

function ceiling({ ceiling: found }: YearMaximum) {
  return found ? <Money cents={found.cents} mark={found.mark} /> : <Absent why="a_confirmer" />;
}

function Gap({ before, after }: { readonly before: number | null; readonly after: number | null }) {
  if (before === null || after === null) return <td className="num by" />;
  return (
    <td className="num by">{before === after ? "inchangé" : <Num>{moneyDifference(after - before)}</Num>}</td>
  );
}
