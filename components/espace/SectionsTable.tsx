import { instant } from "@/lib/format/instant";
import { SECTION, SECTION_SLUG } from "@/lib/format/labels-record";
import type { SectionState } from "@/lib/queries/espace";
import { DataTable, type Column } from "../tables/DataTable";
import { Completeness } from "./Completeness";

interface SectionsTableProps {
  readonly slug: string;
  readonly sections: readonly SectionState[];
}

const STATE: Readonly<Record<SectionState["state"], string>> = {
  up_to_date: "À jour",
  draft: "Brouillon",
  proposed: "Proposée, en attente",
  returned: "Renvoyée, à reprendre",
};

/** The sections of a record and where each stands. */
export function SectionsTable({ slug, sections }: SectionsTableProps) {
  const columns: Column<SectionState>[] = [
    {
      key: "section",
      header: "Rubrique",
      label: "Rubrique",
      rowHeader: true,
      cell: ({ section }) => <a href={`/espace/cpts/${slug}/${SECTION_SLUG[section]}`}>{SECTION[section]}</a>,
    },
    {
      key: "state",
      header: "État",
      label: "État",
      cell: ({ state, draft }) => (
        <>
          <span className={`state ${state}`}>{stateWords(state)}</span>
          {draft && (
            <span className="mut sm">
              {" "}
              de {draft.by}, {instant(new Date(draft.at))}
            </span>
          )}
        </>
      ),
    },
    {
      key: "effect",
      header: "Prend effet",
      label: "Prend effet",
      cell: ({ binding }) => (binding ? "après validation" : "à l’enregistrement"),
    },
    {
      key: "complete",
      header: "Points en ordre",
      label: "Points en ordre",
      cell: ({ completeness }) => <Completeness rate={completeness} />,
    },
  ];
  return (
    <DataTable
      columns={columns}
      rows={sections}
      rowKey={({ section }) => section}
      caption="Les rubriques de la fiche et leur état"
      captionHidden
      phone="cards"
      className="sections-list"
    />
  );
}

const stateWords = (state: SectionState["state"]) => STATE[state];
