import { day, difference, integer, percent, ratePoints } from "@/lib/format/fr";
import { PERIMETER, STAGE } from "@/lib/format/labels";
import type { IsoDay } from "@/lib/kernel/date";
import type { Rate } from "@/lib/kernel/rate";
import type { EffectOnDay } from "@/lib/queries/proposal-effect";
import type { DepartmentRow } from "@/lib/queries/territory-rows";
import { Absent } from "../ui/Absent";
import { Num } from "../ui/Num";

interface CoverageEffectProps {
  readonly effect: EffectOnDay;
  readonly today: IsoDay;
}

/** What one day's figures become: the CPTS itself, then each department it is in. */
export function CoverageEffect({ effect, today }: CoverageEffectProps) {
  const { asOf, cpts, departments } = effect;
  const { before, after } = cpts;
  return (
    <div
      className="scroll fx"
      role="region"
      aria-label={`Effet au ${day(asOf)}, à faire défiler`}
      tabIndex={0}
    >
      <table className="fx">
        <caption>
          {asOf === today ? `Aujourd’hui, ${day(asOf)}` : `Au ${day(asOf)}${asOf > today ? ", à venir" : ""}`}
        </caption>
        <thead>
          <tr>
            <th scope="col">Chiffre</th>
            <th scope="col" className="num">
              Avant
            </th>
            <th scope="col" className="num">
              Après
            </th>
            <th scope="col" className="num">
              Écart
            </th>
          </tr>
        </thead>
        <tbody>
          <tr className="g">
            <th scope="rowgroup" colSpan={4}>
              La CPTS
            </th>
          </tr>
          <Words label="Étape" before={STAGE[before.state.stage]} after={STAGE[after.state.stage]} />
          <Words label="Périmètre" before={PERIMETER[before.perimeter]} after={PERIMETER[after.perimeter]} />
          <Count
            label="Habitants"
            before={before.whole?.population.min ?? null}
            after={after.whole?.population.min ?? null}
          />
          <Count
            label="Communes"
            before={before.whole?.communes ?? null}
            after={after.whole?.communes ?? null}
          />
          <Words label="Taille" before={sizeWords(before.size.tier)} after={sizeWords(after.size.tier)} />
        </tbody>
        {departments.map((one) => (
          <Department key={one.after.code} before={one.before} after={one.after} />
        ))}
      </table>
    </div>
  );
}

const sizeWords = (tier: number | null): string | null => (tier === null ? null : `taille ${tier}`);

function Department({ before, after }: { readonly before: DepartmentRow; readonly after: DepartmentRow }) {
  const { code, name } = after;
  return (
    <tbody>
      <tr className="g">
        <th scope="rowgroup" colSpan={4}>
          {name} ({code}), <Num>{integer(after.population)}</Num> habitants
        </th>
      </tr>
      <Count
        label="Couverts, ACI signé"
        before={before.computed?.signed ?? null}
        after={after.computed?.signed ?? null}
      />
      <Share
        label="Taux, ACI signé"
        before={before.computed?.signedRate ?? null}
        after={after.computed?.signedRate ?? null}
      />
      <Count
        label="Couverts, ACI signé ou en cours"
        before={before.computed?.signedOrUnderWayRate.numerator ?? null}
        after={after.computed?.signedOrUnderWayRate.numerator ?? null}
      />
      <Share
        label="Taux, ACI signé ou en cours"
        before={before.computed?.signedOrUnderWayRate ?? null}
        after={after.computed?.signedOrUnderWayRate ?? null}
      />
      <Count
        label="Hors de tout périmètre"
        before={before.computed?.outside ?? null}
        after={after.computed?.outside ?? null}
      />
    </tbody>
  );
}

interface RowProps<T> {
  readonly label: string;
  readonly before: T | null;
  readonly after: T | null;
}

function Count({ label, before, after }: RowProps<number>) {
  const by = before === null || after === null ? null : after - before;
  return (
    <tr className={by === 0 ? "flat" : undefined}>
      <th scope="row">{label}</th>
      <td className="num">
        {before === null ? <Absent why="non_communique" /> : <Num>{integer(before)}</Num>}
      </td>
      <td className="num">
        {after === null ? <Absent why="non_communique" /> : <Num>{integer(after)}</Num>}
      </td>
      <td className="num by">{by === null ? "" : by === 0 ? "inchangé" : <Num>{difference(by)}</Num>}</td>
    </tr>
  );
}

function Share({ label, before, after }: RowProps<Rate>) {
  const [was, will] = [before && percent(before), after && percent(after)];
  return (
    <tr className={was === will ? "flat" : undefined}>
      <th scope="row">{label}</th>
      <td className="num">{was === null ? <Absent why="non_communique" /> : was}</td>
      <td className="num">{will === null ? <Absent why="non_communique" /> : will}</td>
      <td className="num by">{was === will ? "inchangé" : before && after && ratePoints(before, after)}</td>
    </tr>
  );
}

function Words({ label, before, after }: RowProps<string>) {
  return (
    <tr className={before === after ? "flat" : undefined}>
      <th scope="row">{label}</th>
      <td className="num">{before ?? <Absent why="non_communique" />}</td>
      <td className="num">{after ?? <Absent why="non_communique" />}</td>
      <td className="num by">{before === after ? "inchangé" : ""}</td>
    </tr>
  );
}
