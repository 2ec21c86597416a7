import { instant } from "@/lib/format/instant";
import { count } from "@/lib/format/fr";
import type { Journal } from "@/lib/queries/audit";
import { addressWith, type Query } from "@/lib/schemas/address";
import { Absent } from "../ui/Absent";

type Line = Journal["lines"][number];

interface AuditListProps {
  readonly lines: readonly Line[];
  readonly next: number | null;
  readonly path: string;
  readonly query: Query;
  /** Whether each line says which record it is about. */
  readonly withSubject?: boolean;
}

/** What happened, latest first: who, when, what; what was before and is after unfolds. */
export function AuditList({ lines, next, path, query, withSubject = false }: AuditListProps) {
  const isFirst = query.avant === undefined;
  if (lines.length === 0) {
    return (
      <p className="empty">
        {isFirst ? "Rien ne s’est passé qui réponde à ces filtres." : "Il n’y a rien de plus ancien."}
      </p>
    );
  }
  return (
    <>
      <ol className="audit">
        {lines.map((line) => (
          <li key={line.id}>
            <p className="at">
              <time dateTime={line.at}>{instant(new Date(line.at))}</time>
            </p>
            <div>
              <p>
                <b>{line.person}</b> {line.sentence}
                {line.saves > 1 && (
                  <span className="mut">
                    {" "}
                    ({count(line.saves, "enregistrement")} depuis {instant(new Date(line.since))})
                  </span>
                )}
              </p>
              {withSubject && (
                <p className="mut">
                  {line.subject.href ? (
                    <a href={line.subject.href}>{line.subject.words}</a>
                  ) : (
                    line.subject.words
                  )}
                </p>
              )}
              <Detail line={line} />
            </div>
          </li>
        ))}
      </ol>
      <nav className="pages" aria-label="Pages de la liste">
        {!isFirst && (
          <a className="btn" href={addressWith(path, query, { avant: null })}>
            Revenir au plus récent
          </a>
        )}
        {next !== null && (
          <a className="btn" href={addressWith(path, query, { avant: String(next) })}>
            Plus ancien
          </a>
        )}
      </nav>
    </>
  );
}

function Detail({ line: { id, sections, raw, person } }: { readonly line: Line }) {
  if (raw.before === null && raw.after === null) return null;
  return (
    <details className="before-after">
      <summary>
        Avant et après
        <span className="vh">
          , {person}, ligne {id}
        </span>
      </summary>
      {sections.map(({ title, changes }) => (
        <table key={title} className="cards">
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">Quoi</th>
              <th scope="col">Avant</th>
              <th scope="col">Après</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ label, before, after }, index) => (
              <tr key={index}>
                <th scope="row">{label}</th>
                <td data-l="Avant">{before ?? <Absent why="sans_objet">rien</Absent>}</td>
                <td data-l="Après">{after ?? <Absent why="sans_objet">rien</Absent>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
      <details>
        <summary>
          Données telles qu’enregistrées<span className="vh">, ligne {id}</span>
        </summary>
        <pre tabIndex={0} aria-label={`Avant, ligne ${id}`}>
          {raw.before ?? "null"}
        </pre>
        <pre tabIndex={0} aria-label={`Après, ligne ${id}`}>
          {raw.after ?? "null"}
        </pre>
      </details>
    </details>
  );
}
