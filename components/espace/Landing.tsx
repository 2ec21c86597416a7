import type { ReactNode } from "react";
import { count, day, list as words, when } from "@/lib/format/fr";
import type { Landing as LandingModel } from "@/lib/queries/espace";
import type { Query } from "@/lib/schemas/address";
import { PageHead } from "../layout/PageHead";
import { Section } from "../layout/Section";
import { IgnoredNotice } from "../ui/Notice";
import { AccountsAside } from "./AccountsAside";
import { Completeness } from "./Completeness";
import { Deadlines } from "./Deadlines";
import { EspaceFilters, EspacePages } from "./EspaceFilters";
import { EspaceTable } from "./EspaceTable";
import { Drafts, ReturnedRounds, WaitingRounds } from "./Rounds";

/** From so many rows on, a list has filters. */
const LONG = 6;

/** What waits for whoever is signed in: first what needs them, then their CPTS. */
export function Landing({ model, query }: { readonly model: LandingModel; readonly query: Query }) {
  const { role, list, completeness } = model;
  const acts = role === "coordinator" || role === "agent";
  return (
    <>
      <PageHead
        crumbs={[]}
        title="Ce qui m’attend"
        facts={`au ${day(model.today)}`}
        actions={actionsOf(model)}
        lead={leadOf(model)}
      />
      <IgnoredNotice ignored={list.ignored} />
      {model.accounts && <AccountsAside accounts={model.accounts} />}
      {acts && <Needs model={model} />}
      <Section
        id="cpts"
        title={role === "coordinator" ? (list.total > 1 ? "Mes CPTS" : "Ma CPTS") : "CPTS"}
        intro={introOf(model)}
      >
        {list.total > 1 && (
          <p className="overall">
            <span>État des fiches</span> <Completeness rate={completeness} wide />
          </p>
        )}
        {list.total >= LONG && <EspaceFilters list={list} query={query} />}
        {list.total === 0 ? (
          <p className="empty">{EMPTY[role]}</p>
        ) : (
          <>
            {list.found !== list.total && (
              <p className="note" role="status">
                {list.found} CPTS sur {list.total}.
              </p>
            )}
            <EspaceTable list={list} query={query} mayMend={acts} />
            <EspacePages list={list} query={query} />
          </>
        )}
      </Section>
    </>
  );
}

function Needs({ model }: { readonly model: LandingModel }) {
  const { underWay, deadlines, moreDeadlines, aheadMonths, role, pastTerm } = model;
  if (!underWay) return null;
  const { waiting, returned, drafts } = underWay;
  const isAgent = role === "agent";
  // What an agent decides is looked for first: that there is none is said, whatever else is under way.
  const nothing = waiting.length + (isAgent ? 0 : returned.length + drafts.length) === 0;
  return (
    <div className="needs">
      <div>
        {!isAgent && returned.length > 0 && (
          <Block title="Propositions renvoyées, à reprendre">
            <ReturnedRounds rounds={returned} />
          </Block>
        )}
        {waiting.length > 0 && (
          <Block title={isAgent ? "Propositions à décider" : "Propositions en attente"}>
            <WaitingRounds rounds={waiting} decides={isAgent} />
          </Block>
        )}
        {nothing && (
          <Block title={isAgent ? "Propositions à décider" : "Propositions et brouillons"}>
            <p className="empty">
              {isAgent
                ? "Aucune proposition n’attend de décision. Elles apparaîtront ici, la plus ancienne d’abord."
                : "Rien en attente. Ce que vous saisissez se garde en brouillon et apparaîtra ici."}
            </p>
          </Block>
        )}
        {drafts.length > 0 && (
          <Block title={isAgent ? "Brouillons en cours dans les fiches" : "Brouillons en cours"}>
            <Drafts drafts={drafts} />
          </Block>
        )}
        {pastTerm.length > 0 && (
          <Block title={pastTerm.length > 1 ? "Contrats au terme dépassé" : "Contrat au terme dépassé"}>
            <ul className="dates late">
              {pastTerm.map(({ slug, name, standing }) => (
                <li key={slug}>
                  <span className="day">{standing.state.term && when(standing.state.term)}</span>
                  <a href={`/espace/cpts/${slug}/contrat`}>{name}</a>
                </li>
              ))}
            </ul>
          </Block>
        )}
        {isAgent && returned.length > 0 && (
          <Block title="Renvoyées, en attente de la CPTS">
            <ul className="todo">
              {returned.map(({ id, name, round }) => (
                <li key={id}>
                  <a href={`/espace/propositions/${id}`}>
                    {name}, proposition n°&nbsp;{round}
                  </a>
                </li>
              ))}
            </ul>
          </Block>
        )}
      </div>
      <div>
        <Block title={`Échéances des ${aheadMonths} prochains mois`}>
          {deadlines.length === 0 ? (
            <p className="empty">Aucune échéance de mission, d’année de contrat ni de terme.</p>
          ) : (
            <Deadlines items={deadlines} />
          )}
          {moreDeadlines > 0 && (
            <p className="note">
              Et {count(moreDeadlines, "autre échéance", "autres échéances")}&nbsp;: triez la liste par
              prochaine échéance.
            </p>
          )}
        </Block>
      </div>
    </div>
  );
}

function Block({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="block">
      <h2 className="h">{title}</h2>
      {children}
    </section>
  );
}

function actionsOf({ mayCreate, mayInvite }: LandingModel): ReactNode {
  if (!mayCreate && !mayInvite) return undefined;
  return (
    <>
      {mayCreate && (
        <a className="btn pri" href="/espace/cpts/nouvelle">
          Créer une CPTS
        </a>
      )}
      {mayInvite && (
        <a className="btn" href="/espace/comptes/inviter">
          {mayCreate ? "Inviter une coordinatrice ou un coordinateur" : "Inviter"}
        </a>
      )}
    </>
  );
}

function leadOf({ role, underWay, pastTerm, list, accounts }: LandingModel): string {
  const decides = role === "agent";
  const { waiting = [], returned = [], drafts = [] } = underWay ?? {};
  const parts = [
    !decides &&
      returned.length > 0 &&
      count(returned.length, "proposition renvoyée à reprendre", "propositions renvoyées à reprendre"),
    waiting.length > 0 &&
      (decides
        ? count(waiting.length, "proposition attend votre décision", "propositions attendent votre décision")
        : count(waiting.length, "proposition en attente de décision", "propositions en attente de décision")),
    !decides && drafts.length > 0 && count(drafts.length, "brouillon en cours", "brouillons en cours"),
    pastTerm.length > 0 && count(pastTerm.length, "contrat au terme dépassé", "contrats au terme dépassé"),
  ].filter((part) => part !== false);
  if (accounts) {
    return `${count(accounts.open, "compte ouvert", "comptes ouverts")}, ${count(accounts.pendingInvitations, "invitation en attente", "invitations en attente")}.`;
  }
  if (parts.length > 0) return `${words(parts)}.`;
  if (role === "analyst") return `${count(list.total, "CPTS", "CPTS")} suivies dans tout le pays.`;
  return "Rien n’attend de réponse de votre part.";
}

function introOf({ role }: LandingModel): string {
  return role === "analyst" || role === "administrator"
    ? "Lecture seule : ce que chaque fiche dit et ce qui lui manque, sans donnée personnelle."
    : "Chaque point en ordre est une règle satisfaite ; celles qui ne le sont pas disent pourquoi et où les reprendre.";
}

const EMPTY: Readonly<Record<LandingModel["role"], string>> = {
  coordinator:
    "Aucune CPTS ne vous est confiée. L’ARS ou la CPAM de votre département peut vous en confier une.",
  agent: "Aucune CPTS dans vos départements. Créez la première dès sa lettre d’intention.",
  analyst: "Aucune CPTS n’est encore décrite.",
  administrator: "Aucune CPTS n’est encore décrite.",
};
