import { day } from "@/lib/format/fr";
import { yearsOfTerm } from "@/lib/funding";
import type { CptsPage } from "@/lib/queries/cpts-page";
import type { Query } from "@/lib/schemas/address";
import { EnvelopeRuler } from "../charts/EnvelopeRuler";
import { Section } from "../layout/Section";
import { Absent } from "../ui/Absent";
import { Callout } from "../ui/Notice";
import { SourceRef } from "../ui/SourceRef";
import { EnvelopeTable } from "./EnvelopeTable";
import { Instalments } from "./Instalments";
import { Legends } from "./Legends";
import { PublishedAside } from "./PublishedAside";
import { TierMaxima } from "./TierMaxima";
import { ScheduleNav, YearNav, yearSpan } from "./YearNav";

interface EnvelopeSectionProps {
  readonly page: CptsPage;
  readonly query: Query;
}

/** The envelope of one contract year, line by line, beside what is published. */
export function EnvelopeSection({ page, query }: EnvelopeSectionProps) {
  const { year } = page;
  const envelope = year?.envelope ?? null;
  return (
    <Section
      id="enveloppe"
      title="Enveloppe par ligne"
      intro={year && envelope ? <Intro page={page} /> : undefined}
      actions={envelope ? <ScheduleNav page={page} query={query} /> : undefined}
    >
      {envelope && <YearNav page={page} query={query} />}
      <div className="env">
        <div>
          {year && envelope ? (
            <>
              <YearNotices page={page} />
              <EnvelopeRuler envelope={envelope} />
              <EnvelopeTable page={page} envelope={envelope} year={year.year.index} />
              <Instalments envelope={envelope} year={year.year.index} />
            </>
          ) : (
            <TierMaxima page={page} />
          )}
        </div>
        <aside aria-label="Montants publiés et légendes">
          <PublishedAside money={page.money} />
          <Legends />
        </aside>
      </div>
    </Section>
  );
}

function Intro({ page: { year, contract } }: { readonly page: CptsPage }) {
  if (!year || !contract) return null;
  const { schedule, size } = year;
  const last = year.year.index === yearsOfTerm(contract.termMonths) && contract.pastTerm === "yes";
  return (
    <>
      Barème {schedule.label}
      <SourceRef n={schedule.ref} />, taille {size?.tier}. Année {year.year.index}, {yearSpan(year.year)}
      {last && ", la dernière avant le terme"}.
    </>
  );
}

function YearNotices({ page: { year, contract } }: { readonly page: CptsPage }) {
  if (!year || !contract) return null;
  const { schedule, missionsKnown, createdLater } = year;
  return (
    <div className="notices">
      {year.year.pastTerm && (
        <Callout>
          <p>
            <b>Après le terme.</b> Aucune source ne dit le contrat renouvelé&nbsp;: tout le dû de cette année
            est <Absent why="a_confirmer" />, et rien n’est présenté comme dû.
          </p>
        </Callout>
      )}
      {schedule.uncertain && (
        <Callout>
          <p>
            <b>Barème incertain.</b> Le premier jour de cette année n’est pas connu&nbsp;: elle peut s’ouvrir
            sous un autre barème.
          </p>
        </Callout>
      )}
      {schedule.earlier && (
        <Callout>
          <p>
            <b>Barème antérieur.</b> Celui en vigueur à l’ouverture de l’année est le suivant&nbsp;; aucune
            source ne dit que le contrat est resté sous {schedule.label}.
          </p>
        </Callout>
      )}
      {!missionsKnown && (
        <Callout>
          <p>
            <b>Missions non communiquées.</b> Aucune source ne dit lesquelles ce contrat engage&nbsp;: les
            lignes sont celles du barème, un maximum si toutes le sont.
          </p>
        </Callout>
      )}
      {createdLater && (
        <p className="note">
          La mission «&nbsp;crises sanitaires graves&nbsp;» est socle depuis le {day(schedule.from)}, après la
          signature&nbsp;: elle compte dans le maximum, son dû reste à confirmer.
        </p>
      )}
    </div>
  );
}
