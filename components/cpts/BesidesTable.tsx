import { difference, integer, money, moneyDifference } from "@/lib/format/fr";
import type { Beside } from "@/lib/queries/cpts-figures";
import type { CptsPage } from "@/lib/queries/cpts-page";
import type { Comparison, PublishedMoney } from "@/lib/queries/cpts-published";
import { typeset } from "@/lib/format/typography";
import { Absent } from "../ui/Absent";
import { Mark } from "../ui/Mark";
import { Num } from "../ui/Num";
import { SourceRef } from "../ui/SourceRef";
import { Figure } from "./Figure";
import { amountWords, READING_SHORT } from "./money-words";

const LABEL: Readonly<Record<Beside["measure"], string>> = {
  population: "Habitants",
  communes: "Communes",
  size_tier: "Taille",
  professionals: "Professionnels, somme des métiers",
};

/** Published and computed side by side, never merged, each with its source, and what their difference means. */
export function BesidesTable({ page }: { readonly page: CptsPage }) {
  const compared = page.money.flatMap((fact) => fact.comparisons.map((comparison) => ({ fact, comparison })));
  return (
    <section aria-labelledby="publie-calcule">
      <h2 className="h" id="publie-calcule">
        Publié et calculé
      </h2>
      <table className="pc">
        <caption className="vh">Chiffres publiés et calculés, et leur écart</caption>
        <thead>
          <tr>
            <th scope="col">Mesure</th>
            <th scope="col" className="num">
              Publié
            </th>
            <th scope="col" className="num">
              Calculé
            </th>
            <th scope="col" className="num">
              Écart
            </th>
          </tr>
        </thead>
        <tbody>
          {page.besides.map((row) => (
            <BesideRow key={row.measure} row={row} perimeter={page.standing.perimeter} />
          ))}
          {compared.map(({ fact, comparison }) => (
            <MoneyRow
              key={`${fact.ref}${fact.purpose}${comparison.reading.id}`}
              fact={fact}
              comparison={comparison}
            />
          ))}
        </tbody>
      </table>
      <Readings page={page} />
    </section>
  );
}

function BesideRow({ row, perimeter }: { readonly row: Beside; readonly perimeter: string }) {
  const { measure, published, computed, computedMost, computedRef, difference: gap } = row;
  const estimated = perimeter === "estimated" && (measure === "population" || measure === "communes");
  return (
    <tr>
      <th scope="row">{LABEL[measure]}</th>
      <td className="num">
        <Figure figure={published} />
      </td>
      <td className="num">
        {computed === null ? (
          <Absent why="non_communique">
            {measure === "population" || measure === "communes" ? "non connu" : "non communiqué"}
          </Absent>
        ) : (
          <span className="nb">
            {estimated && <span className="mut">estimé </span>}
            <Num>{integer(computed)}</Num>
            {computedMost !== null && <Num>{` à ${integer(computedMost)}`}</Num>}
            {computedRef !== null && <SourceRef n={computedRef} />}
          </span>
        )}
      </td>
      <td className="num">{gap === null ? <Absent why="sans_objet" /> : <Num>{difference(gap)}</Num>}</td>
    </tr>
  );
}

function MoneyRow({ fact, comparison }: { readonly fact: PublishedMoney; readonly comparison: Comparison }) {
  const { computedCents, computedToCents, differenceCents, scheduleLabel, scheduleRef, reading } = comparison;
  return (
    <tr>
      <th scope="row">
        {READING_SHORT[reading.id]}, {scheduleLabel}
        {comparison.tier === null ? ", quatre tailles" : ""}
      </th>
      <td className="num">
        <span className={fact.amountToCents === null ? "nb" : "range"}>
          <b>
            <Num>{amountWords(fact)}</Num>
          </b>
          <SourceRef n={fact.ref} />
        </span>
      </td>
      <td className="num">
        <span className={computedToCents === null ? "nb" : "range"}>
          <Num>
            {computedToCents === null
              ? money(computedCents)
              : `${money(computedCents)} à ${money(computedToCents)}`}
          </Num>
          <SourceRef n={scheduleRef} />
        </span>
      </td>
      <td className="num">
        <Num>{moneyDifference(differenceCents)}</Num>
      </td>
    </tr>
  );
}

function Readings({ page }: { readonly page: CptsPage }) {
  const { perimeter, standing } = page;
  const notes = page.money.flatMap(({ comparisons }) =>
    comparisons.flatMap(({ readingNote, readingIsOurs }) =>
      readingNote && readingIsOurs ? [readingNote] : [],
    ),
  );
  return (
    <div className="note">
      {standing.perimeter === "estimated" && (
        <p>
          Le périmètre estimé sert à dessiner, jamais à payer
          {perimeter.note ? `. ${typeset(perimeter.note)}` : "."} Sa population est celle de{" "}
          {page.reference?.vintage}.
        </p>
      )}
      {page.size?.kind === "deduced" && (
        <p>
          Taille {page.size.tier} <Mark mark="D" />
          &nbsp;: seule taille dont le barème rejoint le plafond publié de{" "}
          <Num>{money(page.size.amountCents)}</Num>.
        </p>
      )}
      {[...new Set(notes)].map((note) => (
        <p key={note}>
          <Num>{typeset(note)}</Num>
        </p>
      ))}
    </div>
  );
}
