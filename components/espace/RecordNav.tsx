import { SECTION, SECTION_SLUG } from "@/lib/format/labels-record";
import type { RecordMenu, RecordPage, Standing } from "@/lib/queries/espace";
import type { Section } from "@/lib/record/sections";

/** Where the reader is: null on a page below one of these. */
export type InRecord = "home" | Section | RecordPage;

interface RecordNavProps {
  readonly menu: RecordMenu;
  readonly current: InRecord;
  /** False on a page below the one that `current` names. */
  readonly isPage: boolean;
}

const PAGE: Readonly<Record<RecordPage, { readonly slug: string; readonly label: string }>> = {
  finance: { slug: "financement", label: "Financement" },
  dialogue: { slug: "dialogue", label: "Dialogue de gestion" },
  steps: { slug: "etapes", label: "Suivi des étapes" },
  proposals: { slug: "propositions", label: "Propositions" },
  results: { slug: "resultats", label: "Résultats" },
  payments: { slug: "paiements", label: "Versements" },
  spending: { slug: "depenses", label: "Dépenses" },
  meetings: { slug: "reunions", label: "Réunions" },
  documents: { slug: "documents", label: "Documents" },
  history: { slug: "historique", label: "Historique" },
};

const MARK: Readonly<Record<Standing, string | null>> = {
  up_to_date: null,
  draft: "brouillon",
  proposed: "proposée",
  returned: "renvoyée",
};

/**
 * Between the pages of one record: its sections, then what surrounds them. Plain links, folded on a phone; the
 * style sheet unfolds them where there is room.
 */
export function RecordNav({ menu, current, isPage }: RecordNavProps) {
  const home = `/espace/cpts/${menu.slug}`;
  const link = (page: InRecord, href: string, label: string, mark: string | null = null) => (
    <li key={page}>
      <a href={href} aria-current={page !== current ? undefined : isPage ? "page" : "true"}>
        {label}
        {mark && <small> {mark}</small>}
      </a>
    </li>
  );
  return (
    <nav className="record-nav" aria-label="Rubriques de la fiche">
      <details>
        <summary>Rubriques de la fiche</summary>
        <div className="record-links">
          <ul>
            {link("home", home, "Tableau de bord")}
            {menu.sections.map(({ section, state }) =>
              link(section, `${home}/${SECTION_SLUG[section]}`, SECTION[section], MARK[state]),
            )}
          </ul>
          <ul>
            {menu.pages.map((page) => link(page, `${home}/${PAGE[page].slug}`, PAGE[page].label))}
            <li>
              <a href={`/cpts/${menu.slug}`}>Page publique</a>
            </li>
          </ul>
        </div>
      </details>
    </nav>
  );
}
