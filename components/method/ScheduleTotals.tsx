import { Money } from "@/components/ui/Money";
import { Num } from "@/components/ui/Num";
import { typeset } from "@/lib/format/typography";
import type { MethodSchedule } from "@/lib/queries/method-schedules";
import { AmountCell } from "./AmountCell";
import { SizeHeaders } from "./SizeHeaders";

/** Totals that documents print, sums forced by arithmetic, credits paid once: beside the lines, not in them. */
export function ScheduleTotals({ schedule }: { readonly schedule: MethodSchedule }) {
  const { id, label, totals, derived, credits, sources, sizes } = schedule;
  const rows = [
    ...totals.map(({ reading, readingIsOurs, note, amounts }) => ({
      key: reading,
      name: reading,
      detail: [readingIsOurs ? "Lecture de Maillage." : null, note].filter((one) => one !== null).join(" "),
      amounts,
    })),
    ...credits.map(({ label: credit, condition, amounts }) => ({
      key: credit,
      name: credit,
      detail: `Versé une fois, ${condition} ; jamais ajouté au dû.`,
      amounts,
    })),
  ];
  const caption = `Totaux publiés et crédits ponctuels, ${label}`;
  return (
    <>
      <div className="scroll sticky" role="region" aria-label={caption} tabIndex={0}>
        <table className="me-amounts">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">Ce que la source compte</th>
              <SizeHeaders sizes={sizes} />
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, detail, amounts }) => (
              <tr key={key}>
                <th scope="row">
                  {typeset(name)}
                  {detail !== "" && (
                    <span className="me-detail">
                      <Num>{typeset(detail)}</Num>
                    </span>
                  )}
                </th>
                {amounts.map((amount, i) => (
                  <AmountCell key={i} amount={amount} schedule={{ id, sources }} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {derived.map(({ label: sum, tier, amount }) => (
        <p key={`${sum} ${tier}`} className="note me-derived">
          {typeset(sum)}, taille {tier}&nbsp;:{" "}
          <Money cents={amount.cents} mark={amount.mark} detail={typeset(sources[amount.source - 1] ?? "")} />
          . <Num>{typeset(sources[amount.source - 1] ?? "")}</Num>.
        </p>
      ))}
    </>
  );
}
