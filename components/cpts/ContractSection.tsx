import { termWords } from "@/lib/format/cpts";
import { when } from "@/lib/format/fr";
import { LIFECYCLE } from "@/lib/format/labels";
import { typeset } from "@/lib/format/typography";
import type { TimelineEvent } from "@/lib/queries/cpts-contract";
import type { CptsPage } from "@/lib/queries/cpts-page";
import { ContractFrise } from "../charts/ContractFrise";
import { Section } from "../layout/Section";
import { DataTable, type Column } from "../tables/DataTable";
import { Absent } from "../ui/Absent";
import { Num } from "../ui/Num";
import { SourceRef } from "../ui/SourceRef";
import { MissionsTable } from "./MissionsTable";

/** The contract, what it engages the CPTS to and until when, and what has happened to it. */
export function ContractSection({ page }: { readonly page: CptsPage }) {
  const { contract, missions, asOf } = page;
  return (
    <Section
      id="contrat"
      title="Contrat et missions"
      intro={
        <>
          Échéances comptées depuis la signature <SourceRef n={page.deadlinesRef} />.{" "}
          <span className="nb">
            <Key look="start" /> à démarrer avant
          </span>{" "}
          <span className="nb">
            <Key look="done" /> à déployer avant
          </span>
        </>
      }
    >
      {contract ? (
        <ContractFrise contract={contract} missions={missions} asOf={asOf} />
      ) : (
        <p className="note">
          <Absent why="sans_objet" /> aucun contrat signé à cette date&nbsp;: aucune échéance ne court.
        </p>
      )}
      <MissionsTable page={page} />
      <div className="ctr">
        <Terms page={page} />
        <Timeline events={page.timeline} />
      </div>
    </Section>
  );
}

function Key({ look }: { readonly look: "start" | "done" }) {
  return (
    <svg className={`ky ${look}`} viewBox="0 0 14 14" aria-hidden="true" focusable="false">
      <circle cx="7" cy="7" r={look === "start" ? 5 : 5.6} />
    </svg>
  );
}

function Terms({ page: { contract, state } }: { readonly page: CptsPage }) {
  if (!contract) return null;
  const { signed, term, termMonths, parties, ref, signatureSchedule, endedOn } = contract;
  return (
    <section aria-labelledby="parties">
      <h3 id="parties">Parties et durée</h3>
      <dl className="terms">
        <div>
          <dt>Signature</dt>
          <dd>
            {when(signed)}
            <SourceRef n={ref} />
          </dd>
        </div>
        <div>
          <dt>Parties</dt>
          <dd>{parties.map(({ name }) => name).join(", ")}</dd>
        </div>
        <div>
          <dt>Durée</dt>
          <dd>{termWords(termMonths)}, renouvelable</dd>
        </div>
        <div>
          <dt>Terme</dt>
          <dd>
            {when(term)}
            {state.pastTerm === "yes" && <span className="warnw">, dépassé</span>}
            {state.pastTerm === "possibly" && <span className="warnw">, peut-être dépassé</span>}
          </dd>
        </div>
        <div>
          <dt>Fin avant terme</dt>
          <dd>
            {endedOn === null ? (
              <Absent why="sans_objet">aucune connue</Absent>
            ) : (
              when({ earliest: endedOn, latest: endedOn })
            )}
          </dd>
        </div>
        <div>
          <dt>Barème à la signature</dt>
          <dd>
            {signatureSchedule ? (
              <>
                {signatureSchedule.label}
                <SourceRef n={signatureSchedule.ref} />
              </>
            ) : (
              <Absent why="a_confirmer" />
            )}
          </dd>
        </div>
      </dl>
    </section>
  );
}

const COLUMNS: readonly Column<TimelineEvent>[] = [
  { key: "when", header: "Date", label: "Date", rowHeader: true, cell: ({ when: at }) => when(at) },
  {
    key: "kind",
    header: "Étape",
    label: "Étape",
    cell: ({ kind, ref }) => (
      <>
        {kind === "term" ? "Terme du contrat" : LIFECYCLE[kind]}
        {ref === null ? <span className="mut"> (calculé)</span> : <SourceRef n={ref} />}
      </>
    ),
  },
  {
    key: "note",
    header: "Précision",
    label: "Précision",
    full: true,
    cell: ({ note, kind }) => {
      if (note) return <Num>{typeset(note)}</Num>;
      return (
        <span className="mut">
          {kind === "term" ? "cinq ans après la signature, sauf durée écrite autrement" : "aucune"}
        </span>
      );
    },
  },
];

function Timeline({ events }: { readonly events: readonly TimelineEvent[] }) {
  return (
    <section aria-labelledby="etapes">
      <h3 id="etapes">Étapes de la CPTS</h3>
      <DataTable
        columns={COLUMNS}
        rows={events}
        rowKey={({ kind, when: at }) => `${kind}${at.earliest}`}
        caption="Étapes datées de la CPTS"
        captionHidden
        phone="cards"
      />
    </section>
  );
}
