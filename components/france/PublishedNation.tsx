import { Absent } from "@/components/ui/Absent";
import { Num } from "@/components/ui/Num";
import { SourceRef } from "@/components/ui/SourceRef";
import { decimal, integer, millions, publishedRate, when } from "@/lib/format/fr";
import type { Footnotes } from "@/lib/queries/footnotes";
import type { NationalFigures, StatedNumber, YearOfPayments } from "@/lib/queries/national-figures";
import type { RegionRow } from "@/lib/queries/territory-rows";

interface PublishedNationProps {
  readonly national: NationalFigures;
  readonly regions: readonly RegionRow[];
  readonly footnotes: Footnotes;
}

/** What the Sénat publishes, as it publishes it: nothing here is computed from the record. */
export function PublishedNation({ national, regions, footnotes }: PublishedNationProps) {
  const { coveredRate, uncovered, payments, signedCpts } = national;
  const dated = coveredRate ?? uncovered ?? signedCpts;
  return (
    <section aria-labelledby="publie">
      <div className="fr-hh">
        <h2 className="fr-h" id="publie">
          Ce que le Sénat publie
        </h2>
        {dated && (
          <span className="xs mut">
            {when(dated.asOf)} <SourceRef n={footnotes.numberOf(dated.citation)} />
          </span>
        )}
      </div>
      <div className="fr-keys">
        <Key figure={coveredRate} text={(value) => publishedRate(value)} words="de la population couverte" />
        <Key figure={uncovered} text={inMillions} words="d’habitants en zone blanche" />
        <Payments payments={payments} />
      </div>
      <Contracts national={national} />
      <BlankRegions regions={regions} />
    </section>
  );
}

/** « 5,4 M »: the report gives it in millions. */
function inMillions(value: number): string {
  return `${decimal(value / 1_000_000, 1)}\u00a0M`;
}

interface KeyProps {
  readonly figure: StatedNumber | null;
  readonly text: (value: number) => string;
  readonly words: string;
}

function Key({ figure, text, words }: KeyProps) {
  return (
    <div>
      <p className="fr-big">{figure ? <Num>{text(figure.value)}</Num> : <Absent why="non_communique" />}</p>
      <p className="fr-kw">{words}</p>
    </div>
  );
}

function Payments({ payments: [last, ...before] }: { readonly payments: readonly YearOfPayments[] }) {
  if (!last) return null;
  const year = ({ year: { earliest } }: YearOfPayments) => earliest.slice(0, 4);
  const toCpts = ({ cpts }: YearOfPayments) => (cpts ? `à ${integer(cpts.value)} CPTS ` : "");
  return (
    <div>
      <p className="fr-big">
        <Num>{millions(last.cents.value)}</Num>
      </p>
      <p className="fr-kw">
        versés {toCpts(last)}en {year(last)}
        {before.map((one) => (
          <span key={year(one)} className="line">
            {millions(one.cents.value)} {toCpts(one)}en {year(one)}
          </span>
        ))}
      </p>
    </div>
  );
}

const BAR_HEIGHT = 18;

/** Contracts, validated projects and letters on one rule, then in words. */
function Contracts({
  national: { signedCpts, validatedProjects, lettersOfIntent },
}: Pick<PublishedNationProps, "national">) {
  const parts = [
    { look: "signed", words: "ACI signé", figure: signedCpts },
    { look: "validated", words: "Projet validé, non signé", figure: validatedProjects },
    { look: "intent", words: "Lettre d’intention", figure: lettersOfIntent },
  ];
  const known = parts.flatMap(({ look, figure }) => (figure ? [{ look, value: figure.value }] : []));
  const widths = sharesOf(known.map(({ value }) => value));
  return (
    <>
      <svg className="stages-bar" width="100%" height={BAR_HEIGHT} aria-hidden="true" focusable="false">
        <defs>
          <pattern id="bar-dots" width="5" height="5" patternUnits="userSpaceOnUse">
            <rect className="intent-ground" width="5" height="5" />
            <circle className="intent-dot" cx="2" cy="2" r="1.1" />
          </pattern>
        </defs>
        {known.map(({ look }, i) => (
          <rect
            key={look}
            className={look}
            x={`${widths[i]?.from ?? 0}%`}
            width={`${widths[i]?.width ?? 0}%`}
            height={BAR_HEIGHT}
          />
        ))}
      </svg>
      <ul className="fr-sleg">
        <li className="t">Contrats</li>
        {parts.map(({ look, words, figure }) => (
          <li key={look}>
            <span className={`sw s ${look}`} aria-hidden="true" />
            <span>
              {words} <b>{figure ? <Num>{integer(figure.value)}</Num> : <Absent why="non_communique" />}</b>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Widths of a drawing, in percent, one after the other: geometry, no figure. */
function sharesOf(values: readonly number[]): { from: number; width: number }[] {
  const total = values.reduce((sum, value) => sum + value, 0) || 1;
  let from = 0;
  return values.map((value) => {
    const width = Math.round((10_000 * value) / total) / 100;
    const share = { from: Math.round(from * 100) / 100, width };
    from += width;
    return share;
  });
}

function BlankRegions({ regions }: Pick<PublishedNationProps, "regions">) {
  const told = regions.filter(({ publishedUncovered }) => publishedUncovered !== null);
  if (told.length === 0) return null;
  const byRate = told.toSorted(
    (a, b) => (b.publishedUncovered?.value ?? 0) - (a.publishedUncovered?.value ?? 0),
  );
  return (
    <p className="fr-zb">
      <span className="mut">Habitants en zone blanche</span>{" "}
      {byRate.map(({ code, name, publishedUncovered }) => (
        <span key={code} className="nb">
          {name} <b>{publishedUncovered && <Num>{publishedRate(publishedUncovered.value)}</Num>}</b>
        </span>
      ))}{" "}
      <span className="nb">
        autres régions <Absent why="non_communique" />
      </span>
    </p>
  );
}
