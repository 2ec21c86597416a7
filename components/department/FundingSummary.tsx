import { count, list, when } from "@/lib/format/fr";
import { PAYER, PURPOSE } from "@/lib/format/labels";
import { weakest } from "@/lib/kernel/certainty";
import { sumCents } from "@/lib/kernel/money";
import type { DepartmentPage } from "@/lib/queries/department-page";
import { Section } from "../layout/Section";
import { Absent } from "../ui/Absent";
import { Money } from "../ui/Money";
import { Num } from "../ui/Num";
import { SourceRef } from "../ui/SourceRef";

/** What the signed contracts of the department could reach in a year, and what sources state of its money. */
export function FundingSummary({ page }: { readonly page: DepartmentPage }) {
  const signed = page.cpts.filter(({ state }) => state.stage === "signed");
  if (signed.length === 0 && page.funding.length === 0) return null;
  const known = signed.flatMap(({ maximum }) => (maximum ? [maximum] : []));
  const unknown = signed.length - known.length;
  const schedules = [...new Set(known.map(({ schedule }) => schedule.label))];
  return (
    <Section
      id="financement"
      title="Financement"
      intro="Ce que l’accord permet au plus, crise reconnue et toutes missions comprises. Ce n’est ni un dû ni un versement : la page de chaque CPTS le détaille, ligne par ligne."
    >
      <table className="cards money-table">
        <caption className="vh">Maximum annuel des CPTS signées</caption>
        <thead>
          <tr>
            <th scope="col">Contrats signés</th>
            <th scope="col">Barème</th>
            <th scope="col" className="num">
              Maximum par an
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{count(known.length, "CPTS", "CPTS")} dont la taille est connue ou estimée</th>
            <td data-l="Barème">{schedules.length > 0 ? list(schedules) : <Absent why="sans_objet" />}</td>
            <td className="num" data-l="Maximum par an">
              {known.length > 0 ? (
                <Money
                  cents={sumCents(known.map(({ cents }) => cents))}
                  mark={weakest(known.map(({ mark }) => mark))}
                />
              ) : (
                <Absent why="sans_objet" />
              )}
            </td>
          </tr>
          {unknown > 0 && (
            <tr>
              <th scope="row">{count(unknown, "CPTS", "CPTS")} de taille inconnue</th>
              <td data-l="Barème">
                <Absent why="a_confirmer" />
              </td>
              <td className="num" data-l="Maximum par an">
                <Absent why="a_confirmer" />
              </td>
            </tr>
          )}
        </tbody>
      </table>
      {page.funding.length > 0 && (
        <ul className="facts">
          {page.funding.map((fact) => (
            <li key={`${fact.payer}${fact.purpose}`}>
              <b>{PAYER[fact.payer]}</b>, {PURPOSE[fact.purpose]}, {when(fact.asOf)} :{" "}
              {fact.amountCents === null ? (
                <Absent why="non_communique">montant non communiqué</Absent>
              ) : (
                <Money cents={fact.amountCents} />
              )}{" "}
              <SourceRef n={page.footnotes.numberOf(fact.citation)} />{" "}
              {fact.note && (
                <span className="mut">
                  <Num>{fact.note}</Num>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
