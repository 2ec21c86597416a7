import { Num } from "@/components/ui/Num";
import { integer } from "@/lib/format/fr";
import { typeset } from "@/lib/format/typography";
import type { Method } from "@/lib/queries/method";

/** The size tiers of the schedule in force, and where their bounds are our reading. */
export function Sizes({ method: { schedules } }: { readonly method: Method }) {
  const last = schedules.at(-1);
  if (!last) return null;
  const same = schedules.filter(({ sizes }) => JSON.stringify(sizes) === JSON.stringify(last.sizes));
  return (
    <>
      <table className="cards">
        <caption>Barèmes&nbsp;: {same.map(({ label }) => label).join(", ")}</caption>
        <thead>
          <tr>
            <th scope="col">Taille</th>
            <th scope="col" className="num">
              De
            </th>
            <th scope="col" className="num">
              À
            </th>
            <th scope="col">En mots</th>
          </tr>
        </thead>
        <tbody>
          {last.sizes.map(({ tier, label, from, to, note }) => (
            <tr key={tier}>
              <th scope="row">Taille {tier}</th>
              <td className="num" data-l="De">
                <Num>{integer(from)}</Num>
              </td>
              <td className="num" data-l="À">
                {to === null ? "sans borne" : <Num>{integer(to)}</Num>}
              </td>
              <td className="full" data-l="En mots">
                <Num>{typeset(label)}</Num>
                {note && (
                  <span className="me-detail">
                    <Num>{typeset(note)}</Num>
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="note me-after">
        La taille vient, dans l’ordre, de ce qu’une source en dit&nbsp;; de la population qu’elle donne&nbsp;;
        du périmètre déclaré&nbsp;; du périmètre estimé. Ce qui ne vient pas d’une source est dit estimé.
      </p>
    </>
  );
}
