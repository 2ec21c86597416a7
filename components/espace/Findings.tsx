import { aboutWords, SEVERITY } from "@/lib/format/espace";
import { list } from "@/lib/format/fr";
import { SECTION, SECTION_SLUG } from "@/lib/format/labels-record";
import { typeset } from "@/lib/format/typography";
import type { Finding } from "@/lib/quality";

interface FindingsProps {
  readonly slug: string;
  readonly findings: readonly Finding[];
  readonly communes: Readonly<Record<string, string>>;
  /** Whether the reader may mend. */
  readonly mayMend: boolean;
}

const MOST_NAMES = 12;

/** Each thing to mend: what, why it matters, and where it is mended. */
export function Findings({ slug, findings, communes, mayMend }: FindingsProps) {
  return (
    <ul className="findings">
      {findings.map(({ id, section, severity, title, reason, mend, about }) => {
        const names = about.slice(0, MOST_NAMES).map((one) => aboutWords(one, communes));
        const others = about.length - names.length;
        return (
          <li key={id}>
            <SeverityChip severity={severity} />
            <div>
              <b>{title}</b>
              {names.length > 0 && (
                <>&nbsp;: {others > 0 ? `${names.join(", ")} et ${others} autres` : list(names)}</>
              )}
              <p className="mut">{typeset(reason)}</p>
              {mayMend ? (
                <a href={`/espace/cpts/${slug}/${SECTION_SLUG[section]}`}>
                  {typeset(mend)} <span className="vh">({SECTION[section]})</span>
                </a>
              ) : (
                <p>{typeset(mend)}</p>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

export function SeverityChip({ severity }: Pick<Finding, "severity">) {
  return <span className={`sev ${severity}`}>{SEVERITY[severity]}</span>;
}
