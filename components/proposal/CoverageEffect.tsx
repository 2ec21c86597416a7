import { day } from "@/lib/format/fr";
import type { IsoDay } from "@/lib/kernel/date";
import type { EffectOnDay } from "@/lib/queries/proposal-effect";
import { Absent } from "../ui/Absent";
import { Num } from "../ui/Num";
import { effectGroups, isUnchanged, type EffectRow } from "./coverage-rows";
import { EffectHead } from "./EffectHead";

interface CoverageEffectProps {
  readonly effect: EffectOnDay;
  readonly today: IsoDay;
}

/** What one day's figures become, or that none of them moves. */
export function CoverageEffect({ effect, today }: CoverageEffectProps) {
  const { asOf } = effect;
  const groups = effectGroups(effect);
  const when =
    asOf === today ? `Aujourd’hui, ${day(asOf)}` : `Au ${day(asOf)}${asOf > today ? ", à venir" : ""}`;
  if (isUnchanged(groups)) {
    return (
      <p>
        <b>{when}</b>
        {"\u00a0"}: rien ne change, ni pour la CPTS ni pour{" "}
        {groups.length > 2 ? "ses départements" : "son département"}.
      </p>
    );
  }
  return (
    <div
      className="scroll fx"
      role="region"
      aria-label={`Effet au ${day(asOf)}, à faire défiler`}
      tabIndex={0}
    >
      <table className="fx">
        <caption>{when}</caption>
        <EffectHead what="Chiffre" />
        {groups.map(({ title, rows }) => (
          <tbody key={title}>
            <tr className="g">
              <th scope="rowgroup" colSpan={4}>
                <Num>{title}</Num>
              </th>
            </tr>
            {rows.map((row) => (
              <Row key={row.label} row={row} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Row({ row: { label, before, after, by } }: { readonly row: EffectRow }) {
  return (
    <tr className={by === null ? "flat" : undefined}>
      <th scope="row">{label}</th>
      <td className="num">{before === null ? <Absent why="non_communique" /> : <Num>{before}</Num>}</td>
      <td className="num">{after === null ? <Absent why="non_communique" /> : <Num>{after}</Num>}</td>
      <td className="num by">{by !== null ? <Num>{by}</Num> : before === null ? "" : "inchangé"}</td>
    </tr>
  );
}
