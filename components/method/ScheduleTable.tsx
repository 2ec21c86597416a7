import { Num } from "@/components/ui/Num";
import { day, money, moneyDifference } from "@/lib/format/fr";
import { typeset } from "@/lib/format/typography";
import type { MethodLine, MethodSchedule } from "@/lib/queries/method-schedules";
import { AmountCell, sourceAnchor } from "./AmountCell";
import { ScheduleTotals } from "./ScheduleTotals";
import { SizeHeaders } from "./SizeHeaders";

/** A schedule as its file states it: every amount with its mark and its source, then what is published. */
export function ScheduleTable({ schedule }: { readonly schedule: MethodSchedule }) {
  const { id, label, from, to, title, reference, verifiedOn, lines, maxima, differences, notes } = schedule;
  const caption = `Barème ${label}, en euros par an et par taille`;
  return (
    <section className="me-schedule" id={id} aria-labelledby={`${id}-t`}>
      <h3 id={`${id}-t`}>{label}</h3>
      <p className="note">
        {typeset(title)}, {typeset(reference)}. En vigueur{" "}
        {to ? `du ${day(from)} au ${day(to)}` : `depuis le ${day(from)}`}. Relu le {day(verifiedOn)}.
      </p>
      <div className="scroll sticky" role="region" aria-label={caption} tabIndex={0}>
        <table className="me-amounts">
          <caption className="vh">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">Ligne</th>
              <th scope="col">Volet</th>
              <SizeHeaders sizes={schedule.sizes} />
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={`${line.line} ${line.part}`}>
                <th scope="row">{nameOf(line)}</th>
                <td>
                  {line.partName}
                  {line.crisisOnly && ", si crise reconnue"}
                </td>
                {line.amounts.map((amount, i) => (
                  <AmountCell key={i} amount={amount} schedule={schedule} />
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                Maximum, toutes les missions
              </th>
              {maxima.amounts.map((amount, i) => (
                <AmountCell key={i} amount={amount} schedule={schedule} />
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
      {differences.map(({ tier, linesCents, publishedCents, differenceCents }) => (
        <p key={tier} className="callout">
          <b>Écart montré, non caché.</b> Taille {tier}&nbsp;: les lignes font <Num>{money(linesCents)}</Num>,
          le maximum publié est de <Num>{money(publishedCents)}</Num>, soit{" "}
          <Num>{moneyDifference(differenceCents)}</Num>.
        </p>
      ))}
      <ScheduleTotals schedule={schedule} />
      <ul className="me-list">
        {notes.map((note) => (
          <li key={note}>
            <Num>{typeset(note)}</Num>
          </li>
        ))}
      </ul>
      <h4>D’où vient chaque montant</h4>
      <ol className="me-sources">
        {schedule.sources.map((source, i) => (
          <li key={source} id={sourceAnchor(id, i + 1)}>
            <span className="n">{i + 1}</span>
            <span>
              <Num>{typeset(source)}</Num>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function nameOf({ name, nature }: MethodLine) {
  return nature === "complementaire" ? (
    <>
      {name} <span className="mut">complémentaire</span>
    </>
  ) : (
    name
  );
}
