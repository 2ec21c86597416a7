import type { ReactNode } from "react";
import { list, whenInSentence } from "@/lib/format/fr";
import { instant } from "@/lib/format/instant";
import { STAGE } from "@/lib/format/labels";
import { SECTION } from "@/lib/format/labels-record";
import type { Round, Workspace } from "@/lib/queries/espace";
import { PageHead } from "../layout/PageHead";
import { Section } from "../layout/Section";
import { Callout } from "../ui/Notice";
import { StageSwatch } from "../ui/StageSwatch";
import { Completeness } from "./Completeness";
import { Deadlines } from "./Deadlines";
import { Findings } from "./Findings";
import { HOME } from "./crumbs";
import { SectionsTable } from "./SectionsTable";

interface WorkspaceViewProps {
  readonly model: Workspace;
  readonly menu: ReactNode;
}

/** The home of one record: where it stands, what each section waits for, what is to mend and why. */
export function WorkspaceView({ model, menu }: WorkspaceViewProps) {
  const { slug, name, sections, completeness, standing, deadlines, waiting, returned } = model;
  const toMend = sections.flatMap(({ findings }) => findings);
  return (
    <>
      <PageHead
        crumbs={[HOME]}
        title={name}
        facts={model.departments.map(({ name: one, code }) => `${one} (${code})`).join(", ")}
        chips={<Identity model={model} />}
        actions={<Actions model={model} />}
      />
      {menu}
      {waiting && <Waiting round={waiting} mayDecide={model.mayDecide} />}
      {returned && !waiting && <Returned slug={slug} round={returned} mayPropose={model.mayPropose} />}
      <div className="workspace">
        <section className="block" aria-labelledby="rubriques">
          <h2 className="h" id="rubriques">
            Rubriques
          </h2>
          <SectionsTable slug={slug} sections={sections} />
        </section>
        <div>
          <section className="block">
            <h2 className="h">Fiche</h2>
            <Completeness rate={completeness} wide />
            <p className="mut sm">
              {toMend.length === 0
                ? "Tout ce qui s’applique à cette CPTS est renseigné."
                : "Points en ordre, de ceux qui s’appliquent à cette CPTS aujourd’hui."}
            </p>
          </section>
          <section className="block">
            <h2 className="h">Échéances</h2>
            {deadlines.length === 0 ? (
              <p className="empty">
                {standing.state.stage === "signed"
                  ? "Aucune échéance à venir."
                  : "Les échéances se comptent à partir de la signature de l’ACI."}
              </p>
            ) : (
              <Deadlines items={deadlines.slice(0, 6).map((deadline) => ({ deadlines: [deadline] }))} />
            )}
          </section>
        </div>
      </div>
      {toMend.length > 0 && (
        <Section
          id="a-reprendre"
          title="À reprendre"
          intro="Chaque point dit pourquoi il compte et mène à la rubrique où il se corrige."
        >
          {sections
            .filter(({ findings }) => findings.length > 0)
            .map(({ section, findings }) => (
              <div key={section} className="mend-section">
                <h3 className="h">{SECTION[section]}</h3>
                <Findings
                  slug={slug}
                  findings={findings}
                  communes={model.communes}
                  mayMend={model.mayWrite}
                />
              </div>
            ))}
        </Section>
      )}
    </>
  );
}

function Identity({ model: { standing } }: { readonly model: Workspace }) {
  const { state, perimeter } = standing;
  return (
    <>
      <span className="chip">
        <StageSwatch stage={state.stage} perimeter={perimeter} small /> {STAGE[state.stage]}
        {state.since && ` ${whenInSentence(state.since)}`}
      </span>
      {state.pastTerm !== "no" && (
        <span className="chip warn">
          {state.pastTerm === "yes" ? "Terme dépassé" : "Terme peut-être dépassé"}
          {state.term && ` ${whenInSentence(state.term)}`}
        </span>
      )}
      {perimeter !== "declared" && (
        <span className="chip">{perimeter === "estimated" ? "Périmètre estimé" : "Périmètre non connu"}</span>
      )}
    </>
  );
}

function Actions({
  model: { slug, waiting, mayPropose, mayDecide, sections },
}: {
  readonly model: Workspace;
}) {
  const bindingDraft = sections.some(({ binding, draft }) => binding && draft !== null);
  return (
    <>
      {waiting && mayDecide && (
        <a className="btn pri" href={`/espace/propositions/${waiting.id}`}>
          Comparer et décider
        </a>
      )}
      {!waiting && mayPropose && bindingDraft && (
        <a className="btn pri" href={`/espace/cpts/${slug}/proposer`}>
          Relire et proposer
        </a>
      )}
    </>
  );
}

function Waiting({ round, mayDecide }: { readonly round: Round; readonly mayDecide: boolean }) {
  return (
    <Callout kind="info">
      <p>
        <b>
          {mayDecide
            ? "Une proposition attend votre décision."
            : "Une proposition attend la décision de l’ARS ou de la CPAM."}
        </b>{" "}
        N°&nbsp;{round.round}, {list(round.sections.map((section) => SECTION[section]))}, le{" "}
        {instant(new Date(round.at))}
        {round.by && ` par ${round.by}`}.{" "}
        {round.by && <a href={`/espace/propositions/${round.id}`}>Voir ce qui change</a>}
      </p>
      {round.words && <blockquote>{round.words}</blockquote>}
    </Callout>
  );
}

interface ReturnedProps {
  readonly slug: string;
  readonly round: Round;
  readonly mayPropose: boolean;
}

function Returned({ slug, round, mayPropose }: ReturnedProps) {
  return (
    <Callout>
      <p>
        <b>La proposition n°&nbsp;{round.round} a été renvoyée</b> le {instant(new Date(round.at))}
        {round.by && ` par ${round.by}`} ({list(round.sections.map((section) => SECTION[section]))}).
      </p>
      {round.words && <blockquote>{round.words}</blockquote>}
      {mayPropose && (
        <p>
          Reprenez les rubriques, puis <a href={`/espace/cpts/${slug}/proposer`}>proposez de nouveau</a>.
        </p>
      )}
    </Callout>
  );
}
