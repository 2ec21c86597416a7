import { day } from "@/lib/format/fr";
import { addressWith, FIRST_DAY, LAST_DAY, type Query } from "@/lib/schemas/address";
import type { IsoDay } from "@/lib/kernel/date";
import { Icon } from "../ui/Icon";

interface DateFormProps {
  readonly path: string;
  readonly query: Query;
  readonly asOf: IsoDay;
  readonly today: IsoDay;
  /** The changes before and after, where there are some. */
  readonly previous: IsoDay | null;
  readonly next: IsoDay | null;
}

/** The day that a page shows, in its address: typed, or stepped from one change to the next. */
export function DateForm({ path, query, asOf, today, previous, next }: DateFormProps) {
  const kept = Object.entries(query).filter(
    (entry): entry is [string, string] => entry[0] !== "date" && typeof entry[1] === "string",
  );
  return (
    <form className="when" action={path}>
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor="date">Situation au</label>
      <input
        key={asOf}
        id="date"
        type="date"
        name="date"
        defaultValue={asOf}
        min={FIRST_DAY}
        max={LAST_DAY}
        required
      />
      <button className="btn" type="submit">
        Afficher
      </button>
      <span className="steps">
        <Step to={previous} path={path} query={query} icon="prev" words="Changement précédent" />
        <Step to={next} path={path} query={query} icon="next" words="Changement suivant" />
        {asOf !== today && (
          <a className="btn low" href={addressWith(path, query, { date: null })}>
            Aujourd’hui
          </a>
        )}
      </span>
    </form>
  );
}

interface StepProps extends Pick<DateFormProps, "path" | "query"> {
  readonly to: IsoDay | null;
  readonly icon: "prev" | "next";
  readonly words: string;
}

function Step({ to, path, query, icon, words }: StepProps) {
  if (to === null) {
    return (
      <span className="btn sq off" aria-hidden="true">
        <Icon name={icon} />
      </span>
    );
  }
  return (
    <a className="btn sq" href={addressWith(path, query, { date: to })} title={`${words}\u00a0: ${day(to)}`}>
      <Icon name={icon} />
      <span className="vh">
        {words}, {day(to)}
      </span>
    </a>
  );
}
