import { SECTION, SECTION_SLUG } from "@/lib/format/labels-record";
import { SECTIONS, type Section } from "@/lib/record/sections";

export type RecordPage = "accueil" | Section | "propositions" | "reunions" | "documents" | "historique";

interface RecordNavProps {
  readonly slug: string;
  readonly current: RecordPage;
  /** Pages that this reader may not open. */
  readonly hidden?: readonly RecordPage[];
  /** What a section waits for, in a word or two: « brouillon », « proposée ». */
  readonly marks?: Readonly<Partial<Record<Section, string>>>;
}

const OTHERS = {
  propositions: "Propositions",
  reunions: "Réunions",
  documents: "Documents",
  historique: "Historique",
} as const;

/** Between the pages of one record: its sections, then what surrounds them. Plain links. */
export function RecordNav({ slug, current, hidden = [], marks = {} }: RecordNavProps) {
  const home = `/espace/cpts/${slug}`;
  const others = (Object.keys(OTHERS) as (keyof typeof OTHERS)[]).filter((page) => !hidden.includes(page));
  return (
    <nav className="record-nav" aria-label="Rubriques de la fiche">
      <ul>
        <li>
          <RecordLink href={home} label="Tableau de bord" isCurrent={current === "accueil"} />
        </li>
        {SECTIONS.filter((section) => !hidden.includes(section)).map((section) => (
          <li key={section}>
            <RecordLink
              href={`${home}/${SECTION_SLUG[section]}`}
              label={SECTION[section]}
              mark={marks[section]}
              isCurrent={current === section}
            />
          </li>
        ))}
      </ul>
      <ul>
        {others.map((page) => (
          <li key={page}>
            <RecordLink href={`${home}/${page}`} label={OTHERS[page]} isCurrent={current === page} />
          </li>
        ))}
        <li>
          <a href={`/cpts/${slug}`}>Page publique</a>
        </li>
      </ul>
    </nav>
  );
}

interface RecordLinkProps {
  readonly href: string;
  readonly label: string;
  readonly isCurrent: boolean;
  readonly mark?: string | undefined;
}

function RecordLink({ href, label, isCurrent, mark }: RecordLinkProps) {
  return (
    <a href={href} aria-current={isCurrent ? "page" : undefined}>
      {label}
      {mark && <small> {mark}</small>}
    </a>
  );
}
