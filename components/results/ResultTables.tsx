import { decimal } from "@/lib/format/fr";
import { INDICATOR_KIND, stepsWords } from "@/lib/format/indicators";
import { MISSION } from "@/lib/format/labels";
import { CRISIS, crisisValue } from "@/lib/format/labels-results";
import { typeset } from "@/lib/format/typography";
import { indicatorOutcome, measureWords, type VariableOutcome } from "@/lib/funding";
import type { YearDocument } from "@/lib/queries/results";
import type { Evidence, IndicatorResult, MissionResults, YearResults } from "@/lib/record/money";
import { DataTable } from "../tables/DataTable";
import { Absent } from "../ui/Absent";
import { Num } from "../ui/Num";
import { IndicatorEarned, MissionOutcome } from "./Outcome";

interface ResultTablesProps {
  readonly slug: string;
  readonly results: YearResults;
  readonly outcomes: readonly VariableOutcome[];
  readonly documents: readonly YearDocument[] | null;
}

/** The results of a year to be read: each mission, its indicators or its rate, what shows it, what it earns. */
export function ResultTables({ slug, results, outcomes, documents }: ResultTablesProps) {
  const { missions, crisisRecognised, comment } = results;
  return (
    <div className="missions">
      {missions.some(({ mission }) => mission === "crise_sanitaire") && (
        <p>
          Crise sanitaire grave reconnue par l’ARS dans l’année&nbsp;:{" "}
          {crisisRecognised === null ? (
            <Absent why="non_communique" />
          ) : (
            <b>{CRISIS[crisisValue(crisisRecognised)].toLowerCase()}</b>
          )}
          .
        </p>
      )}
      {missions.map((one) => (
        <section className="fp" key={one.mission} aria-labelledby={`lu-${one.mission}`}>
          <div className="fp-head">
            <h2 id={`lu-${one.mission}`}>{MISSION[one.mission].short}</h2>
          </div>
          {one.indicators.length > 0 ? (
            <Indicators of={one} slug={slug} documents={documents} />
          ) : (
            <p>
              Taux d’atteinte des objectifs&nbsp;: <Rate of={one.achievement} />
              <Shown of={one} slug={slug} documents={documents} />
            </p>
          )}
          <Earned mission={one} outcomes={outcomes} />
        </section>
      ))}
      {comment && (
        <section className="fp" aria-labelledby="lu-commentaire">
          <div className="fp-head">
            <h2 id="lu-commentaire">Commentaire sur l’année</h2>
          </div>
          <p className="said-text">{typeset(comment)}</p>
        </section>
      )}
    </div>
  );
}

function Earned({
  mission,
  outcomes,
}: {
  readonly mission: MissionResults;
  readonly outcomes: readonly VariableOutcome[];
}) {
  const outcome = outcomes.find((one) => one.mission === mission.mission);
  return outcome ? <MissionOutcome of={outcome} /> : null;
}

function Rate({ of }: { readonly of: number | null }) {
  if (of === null) return <Absent why="non_communique" />;
  return <b>{`${decimal(of * 100, 4)}\u00a0%`}</b>;
}

type ShownProps = Pick<ResultTablesProps, "slug" | "documents">;

function Indicators({ of, slug, documents }: ShownProps & { readonly of: MissionResults }) {
  return (
    <DataTable<IndicatorResult>
      caption={`Indicateurs, ${MISSION[of.mission].short}`}
      captionHidden
      phone="cards"
      rows={of.indicators}
      rowKey={({ terms }) => terms.label}
      columns={[
        {
          key: "label",
          header: "Indicateur",
          label: "Indicateur",
          rowHeader: true,
          cell: ({ terms }) => (
            <>
              {typeset(terms.label)}
              <small className="mut indicator-terms">
                {INDICATOR_KIND[terms.kind]}. <Num>{stepsWords(terms)}</Num>
              </small>
            </>
          ),
        },
        {
          key: "value",
          header: "Valeur",
          label: "Valeur",
          numeric: true,
          cell: ({ terms, value }) =>
            value === null ? (
              <Absent why="non_communique" />
            ) : (
              <Num>{typeset(measureWords(value, terms.unit))}</Num>
            ),
        },
        {
          key: "earned",
          header: "Atteint",
          label: "Atteint",
          cell: ({ terms, value }) => <IndicatorEarned of={indicatorOutcome({ ...terms, value })} />,
        },
        {
          key: "evidence",
          header: "Justificatif",
          label: "Justificatif",
          full: true,
          cell: (one) => <Shown of={one} slug={slug} documents={documents} none />,
        },
      ]}
    />
  );
}

/** The document, the link and the words that show a result. */
function Shown({
  of: { documentId, link, comment },
  slug,
  documents,
  none,
}: ShownProps & { readonly of: Evidence; readonly none?: boolean }) {
  if (documentId === null && link === null && comment === null) {
    return none ? <span className="mut">aucun</span> : null;
  }
  const document = documents?.find(({ id }) => id === documentId);
  return (
    <span className="shown">
      {documentId !== null &&
        (document && !document.isRemoved ? (
          <a href={`/api/espace/cpts/${slug}/documents/${documentId}`}>{document.name}</a>
        ) : (
          <span>{document ? `${document.name} (retiré)` : "un document joint"}</span>
        ))}
      {link !== null && (
        <a href={link} rel="noreferrer nofollow">
          {link}
        </a>
      )}
      {comment !== null && <span className="said-text">{typeset(comment)}</span>}
    </span>
  );
}
