import { day, difference, integer, percent, publishedRate, when } from "@/lib/format/fr";
import type { DepartmentPage } from "@/lib/queries/department-page";
import type { PublishedCoverage } from "@/lib/record/cpts";
import { Absent } from "../ui/Absent";
import { Num } from "../ui/Num";
import { Ruler, type Band } from "../ui/Ruler";
import { SourceRef } from "../ui/SourceRef";

const TICKS = [0, 25, 50, 75, 100].map((at) => ({ at, label: at === 100 ? "100\u00a0%" : String(at) }));

/** The signed rate: published and computed side by side, never merged, each with its base and its date. */
export function KeyFigures({ page }: { readonly page: DepartmentPage }) {
  const { coverage, published, asOf } = page;
  const latest = published.at(-1);
  const signed = coverage.rates.population.signed;
  const allEstimated =
    coverage.estimated.signed.population > 0 &&
    coverage.estimated.signed.population === coverage.population.signed;
  return (
    <section aria-labelledby="f1">
      <h2 className="h" id="f1">
        Couverture signée
      </h2>
      <div className="pair">
        <div>
          <p className="k">
            Publié{latest && `, ${when(latest.asOf)}`}{" "}
            {latest && <SourceRef n={page.footnotes.numberOf(latest.citation)} />}
          </p>
          {latest ? <PublishedRate published={latest} /> : <Absent why="non_communique" />}
        </div>
        <div>
          <p className="k">Calculé, {day(asOf)}</p>
          {coverage.cpts.length === 0 ? (
            <Absent why="non_communique">aucune CPTS décrite</Absent>
          ) : (
            <>
              <p className="big">
                <Num>{percent(signed) ?? ""}</Num>
              </p>
              <p className="k2">de la population{allEstimated && ", tout est estimé"}</p>
            </>
          )}
        </div>
      </div>
      <Ruler label={rulerLabel(page)} tracks={[publishedBands(latest), computedBands(page)]} ticks={TICKS} />
      <Difference page={page} latest={latest} />
      {coverage.cpts.length > 0 && <Arithmetic page={page} />}
    </section>
  );
}

function PublishedRate({ published }: { readonly published: PublishedCoverage }) {
  const { signedRate, signedOrUnderWayRate, base } = published;
  const rate = signedRate ?? signedOrUnderWayRate;
  // A source may count the CPTS without giving any rate.
  if (rate === null) return <Absent why="non_communique" />;
  return (
    <>
      <p className="big">
        <Num>{publishedRate(rate)}</Num>
      </p>
      <p className="k2">
        {signedRate === null && "signé ou en cours, "}
        {base}
        {signedRate !== null && signedOrUnderWayRate !== null && (
          <>
            {" "}
            ; <Num>{publishedRate(signedOrUnderWayRate)}</Num> signé ou en cours
          </>
        )}
      </p>
    </>
  );
}

function publishedBands(latest: PublishedCoverage | undefined): Band[] {
  const rate = latest?.signedRate ?? latest?.signedOrUnderWayRate;
  return rate == null ? [] : [{ from: 0, to: rate / 100, look: "published" }];
}

function computedBands({ coverage }: DepartmentPage): Band[] {
  const { population, estimated } = coverage;
  const share = (inhabitants: number) => (100 * inhabitants) / population.total;
  const certain = share(population.signed - estimated.signed.population);
  const signed = share(population.signed);
  const validated = signed + share(population.validated);
  return [
    { from: 0, to: certain, look: "signed" },
    { from: certain, to: signed, look: "estimated" },
    { from: signed, to: validated, look: "validated" },
    { from: validated, to: validated + share(population.intent), look: "intent" },
  ];
}

function rulerLabel({ coverage, cpts, published }: DepartmentPage): string {
  const latest = published.at(-1);
  const rate = latest?.signedRate ?? latest?.signedOrUnderWayRate;
  const said = rate == null ? "non communiqué" : publishedRate(rate);
  const computed = cpts.length === 0 ? "non communiqué" : (percent(coverage.rates.population.signed) ?? "");
  return `De 0 à 100\u00a0%\u00a0: publié ${said}, calculé ${computed}`;
}

/** Why the two differ, from what the record knows. */
function Difference({
  page,
  latest,
}: {
  readonly page: DepartmentPage;
  readonly latest: PublishedCoverage | undefined;
}) {
  if (!latest) return null;
  const { coverage, footnotes } = page;
  const unlocated = page.cpts.filter(({ state, here }) => state.stage === "signed" && here === null).length;
  const signed = coverage.cptsCount.signed;
  const notes: string[] = [];
  if (latest.signedCpts !== null && latest.signedCpts !== signed) {
    notes.push(`La source compte ${latest.signedCpts} CPTS signées, Maillage en décrit ${signed}.`);
  }
  if (unlocated > 0) {
    notes.push(
      unlocated === 1
        ? "Une CPTS signée n’a pas de périmètre publié\u00a0: elle ne colore rien."
        : `${unlocated} CPTS signées n’ont pas de périmètre publié\u00a0: elles ne colorent rien.`,
    );
  }
  if (coverage.estimated.population > 0) notes.push("Les périmètres estimés sont ceux d’intercommunalités.");
  const citation = footnotes.list
    .flatMap(({ citations }) => citations)
    .find(({ id }) => id === latest.citation);
  return (
    <p className="note">
      <b>Pourquoi l’écart.</b> <Num>{[...notes, latest.note ?? citation?.note ?? ""].join(" ")}</Num>
    </p>
  );
}

/** The division behind the rate, one click away. */
function Arithmetic({ page }: { readonly page: DepartmentPage }) {
  const { population, rates, ranges, estimated, areaUnknownCommunes } = page.coverage;
  const { signed } = ranges.population;
  return (
    <details className="how">
      <summary>Le calcul</summary>
      <dl>
        <div>
          <dt>Signé</dt>
          <dd>
            <Num>{`${integer(population.signed)} ÷ ${integer(population.total)} habitants = ${percent(rates.population.signed, 2) ?? ""}`}</Num>
          </dd>
        </div>
        <div>
          <dt>Signé ou en cours</dt>
          <dd>
            <Num>
              {`${integer(population.signed + population.validated + population.intent)} ÷ ${integer(population.total)} = ${percent(rates.population.signedOrUnderWay, 2) ?? ""}`}
            </Num>
          </dd>
        </div>
        <div>
          <dt>dont estimé</dt>
          <dd>
            <Num>{`${integer(estimated.population)} habitants, ${integer(estimated.communes)} communes`}</Num>
          </dd>
        </div>
        <div>
          <dt>En communes</dt>
          <dd>
            <Num>{`${integer(rates.communes.signed.numerator)} ÷ ${integer(rates.communes.signed.denominator)} = ${percent(rates.communes.signed, 2) ?? ""}`}</Num>
          </dd>
        </div>
        <div>
          <dt>En surface</dt>
          <dd>
            <Num>{percent(rates.areaHectares.signed, 2) ?? ""}</Num>
            {areaUnknownCommunes > 0 && ` (${areaUnknownCommunes} communes sans contour propre)`}
          </dd>
        </div>
        {signed.max > signed.min && (
          <div>
            <dt>Fourchette</dt>
            <dd>
              <Num>{`${integer(signed.min)} à ${integer(signed.max)} habitants (${difference(signed.max - signed.min)} possibles)`}</Num>
            </dd>
          </div>
        )}
      </dl>
    </details>
  );
}
