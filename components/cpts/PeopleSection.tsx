import { integer, percent, when } from "@/lib/format/fr";
import { PARTNER, PROFESSION } from "@/lib/format/labels";
import { rate } from "@/lib/kernel/rate";
import type { CptsPage } from "@/lib/queries/cpts-page";
import type { PeopleView } from "@/lib/queries/cpts-figures";
import { CountBars } from "../charts/CountBars";
import { Section } from "../layout/Section";
import { Absent } from "../ui/Absent";
import { Num } from "../ui/Num";
import { SourceRef } from "../ui/SourceRef";
import { Figure } from "./Figure";

/** Who works there and with whom, as the sources count them. */
export function PeopleSection({ page: { people } }: { readonly page: CptsPage }) {
  const { headcounts, sum, asOf } = people;
  const [first] = headcounts;
  return (
    <Section
      id="professionnels"
      title={sum === null ? "Professionnels et structures" : `${integer(sum)} professionnels libéraux`}
      intro={
        first && asOf ? (
          <>
            Publiés {when(asOf).replace(/^(?=\d)/, "le ")}
            <SourceRef n={first.ref} />. Aucun dénombrement plus récent.
          </>
        ) : undefined
      }
    >
      <div className="prow">
        {sum === null ? (
          <p className="note">
            <Absent why="non_communique" /> aucune source ne compte les professionnels par métier.
          </p>
        ) : (
          <CountBars
            caption="Professionnels par métier"
            what="Métier"
            bars={headcounts.map(({ profession, count }) => ({
              key: profession,
              label: capital(PROFESSION[profession][count < 2 ? 0 : 1]),
              count,
              end: percent(rate(count, sum)),
            }))}
          />
        )}
        <Structures people={people} />
      </div>
    </Section>
  );
}

function Structures({ people }: { readonly people: PeopleView }) {
  return (
    <section aria-labelledby="structures">
      <h3 id="structures">Structures et partenaires publiés</h3>
      <table className="pc">
        <caption className="vh">Adhérents, professionnels du territoire, structures et partenaires</caption>
        <tbody>
          <tr>
            <th scope="row">Professionnels adhérents</th>
            <td className="num">
              <Figure figure={people.members} />
            </td>
          </tr>
          <tr>
            <th scope="row">Professionnels du territoire</th>
            <td className="num">
              <Figure figure={people.professionals} />
            </td>
          </tr>
          {people.partners.map(({ kind, name, count, beds, ref }, i) => (
            <tr key={`${kind}${name ?? ""}${i}`}>
              <th scope="row">
                {capital(name ?? PARTNER[kind][count === 1 ? 0 : 1])}
                <SourceRef n={ref} />
                {beds !== null && (
                  <span className="mut">
                    , <Num>{`${integer(beds)} lits`}</Num>
                  </span>
                )}
              </th>
              <td className="num">
                {count === null ? (
                  <Absent why="non_communique">cités, sans nombre</Absent>
                ) : (
                  <b>
                    <Num>{integer(count)}</Num>
                  </b>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
