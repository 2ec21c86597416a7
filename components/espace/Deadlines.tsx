import { deadlineDay, deadlineWords } from "@/lib/format/espace";
import type { Deadline } from "@/lib/queries/espace";

interface DeadlinesProps {
  readonly items: readonly { readonly deadline: Deadline; readonly slug?: string; readonly name?: string }[];
}

/** Days that count, soonest first. */
export function Deadlines({ items }: DeadlinesProps) {
  return (
    <ul className="dates">
      {items.map(({ deadline, slug, name }) => (
        <li key={`${slug ?? ""} ${deadlineWords(deadline)}`}>
          <span className="nb day">{deadlineDay(deadline)}</span>
          <span>
            {deadlineWords(deadline)}
            {slug && (
              <>
                , <a href={`/espace/cpts/${slug}`}>{name}</a>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
