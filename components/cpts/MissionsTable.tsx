import { day, NBSP, when } from "@/lib/format/fr";
import { MISSION } from "@/lib/format/labels";
import { typeset } from "@/lib/format/typography";
import type { Span } from "@/lib/kernel/date";
import type { MissionRow } from "@/lib/queries/cpts-contract";
import type { CptsPage } from "@/lib/queries/cpts-page";
import { DataTable, type Column } from "../tables/DataTable";
import { Absent } from "../ui/Absent";
import { Num } from "../ui/Num";
import { SourceRef } from "../ui/SourceRef";

/** The six missions of the agreement: what the law asks and when, what this CPTS says it does. */
export function MissionsTable({ page }: { readonly page: CptsPage }) {
  return (
    <div className="mis">
      <DataTable
        columns={COLUMNS}
        rows={page.missions}
        rowKey={({ mission }) => mission}
        caption={
          page.missionsOnRecord
            ? "Missions, échéances et objectifs publiés"
            : "Missions et échéances de l’accord. Aucune source ne dit lesquelles cette CPTS engage."
        }
        captionHidden={page.missionsOnRecord}
        phone="cards"
      />
    </div>
  );
}

const COLUMNS: readonly Column<MissionRow>[] = [
  {
    key: "mission",
    header: "Mission",
    label: "Mission",
    rowHeader: true,
    cell: ({ place, mission }) => `${place}. ${MISSION[mission].short}`,
  },
  { key: "nature", header: "Nature", label: "Nature", cell: natureWords },
  {
    key: "start",
    header: "À démarrer avant",
    label: "À démarrer avant",
    cell: (row) => <Deadline row={row} of="start" />,
  },
  {
    key: "done",
    header: "À déployer avant",
    label: "À déployer avant",
    cell: (row) => <Deadline row={row} of="deployment" />,
  },
  { key: "real", header: "Démarrage réel", label: "Démarrage réel", cell: (row) => <Started row={row} /> },
  {
    key: "objectives",
    header: "Objectifs publiés",
    label: "Objectifs publiés",
    full: true,
    cell: (row) => <Objectives row={row} />,
  },
];

function natureWords({ nature, createdBy }: MissionRow): string {
  const words = nature === "complementaire" ? "complémentaire" : (nature ?? "");
  return createdBy ? `${words} depuis ${createdBy.from.slice(0, 4)}` : words;
}

function Deadline({ row, of }: { readonly row: MissionRow; readonly of: "start" | "deployment" }) {
  const { deadlines, months } = row;
  if (!deadlines) return <Absent why="sans_objet" />;
  if (deadlines.kind === "free") return "libre";
  if (deadlines.kind === "a_confirmer") return <Absent why="a_confirmer" />;
  const at: Span = of === "start" ? deadlines.startBefore : deadlines.deployedBefore;
  return (
    <>
      {when(at)}{" "}
      {months && (
        <span className="nb mut">
          ({months[of]}
          {NBSP}mois)
        </span>
      )}
    </>
  );
}

function Started({ row: { engagement, createdBy } }: { readonly row: MissionRow }) {
  if (engagement?.startedOn) return day(engagement.startedOn);
  return <Absent why={createdBy && !engagement ? "a_confirmer" : "non_communique"} />;
}

function Objectives({ row: { engagement, createdBy } }: { readonly row: MissionRow }) {
  if (!engagement) {
    return createdBy ? (
      <>
        <Absent why="a_confirmer" /> <span className="mut">mission créée après la signature</span>
      </>
    ) : (
      <Absent why="non_communique">engagement non communiqué</Absent>
    );
  }
  if (engagement.objectives.length === 0) {
    return (
      <>
        <span className="mut">mission citée, sans objectif propre</span>
        <SourceRef n={engagement.ref} />
      </>
    );
  }
  const [only] = new Set(engagement.objectives.map(({ ref }) => ref));
  return (
    <ul className="objectives">
      {engagement.objectives.map(({ text, ref }, i) => (
        <li key={text}>
          <Num>{typeset(text)}</Num>
          {(i === engagement.objectives.length - 1 || ref !== only) && <SourceRef n={ref} />}
        </li>
      ))}
    </ul>
  );
}
