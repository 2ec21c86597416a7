import { deadlineDay, deadlinesWords } from "@/lib/format/espace";
import type { Deadline } from "@/lib/queries/espace";

interface DeadlinesProps {
  /** What falls due together; the CPTS where several are listed. */
  readonly items: readonly {
    readonly deadlines: readonly [Deadline, ...Deadline[]];
    readonly slug?: string;
    readonly name?: string;
  }[];
}

/** Days that count, soonest first. */
export function Deadlines({ items }: DeadlinesProps) {
  return (
    <ul className="dates">
      {items.map(({ deadlines, slug, name }) => (
        <li key={`${slug ?? ""} ${deadlineDay(deadlines[0])} ${deadlinesWords(deadlines)}`}>
          <span className="day">{deadlineDay(deadlines[0])}</span>
          <span>
            {slug && (
              <>
                <a href={`/espace/cpts/${slug}`}>{name}</a>&nbsp;:{" "}
              </>
            )}
            {deadlinesWords(deadlines)}
          </span>
        </li>
      ))}
    </ul>
  );
}
