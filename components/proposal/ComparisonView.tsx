import { count, day } from "@/lib/format/fr";
import { SECTION } from "@/lib/format/labels-record";
import type { Comparison } from "@/lib/queries/proposal-page";
import { Section } from "../layout/Section";
import { Callout } from "../ui/Notice";
import { ContractChange } from "./ContractChange";
import { CoverageEffect } from "./CoverageEffect";
import { EnvelopeChange } from "./EnvelopeChange";
import { IndicatorsChange } from "./IndicatorsChange";
import { MissionsChange } from "./MissionsChange";
import { ProposalMap } from "./ProposalMap";
import { SharedCommunes } from "./SharedCommunes";
import { TerritoryChange } from "./TerritoryChange";

interface ComparisonViewProps {
  readonly name: string;
  readonly comparison: Comparison;
}

/** What changes section by section and, as long as nothing is decided, what that does to the figures. */
export function ComparisonView({ name, comparison }: ComparisonViewProps) {
  const { changes, map, effect, shared, today } = comparison;
  // Communes and stages alone are counted: missions and indicators cannot move a figure of coverage.
  const touchesCoverage = changes.territory !== null || changes.contract !== null;
  return (
    <>
      {effect?.changesFrom != null && effect.changesFrom < today && (
        <Callout>
          <p>
            <b>Effet dans le passé.</b> La couverture publiée depuis le {day(effect.changesFrom)} changera.
          </p>
        </Callout>
      )}
      {changes.territory && (
        <Section id="territoire" title={SECTION.territory}>
          {map ? (
            <div className="compare">
              <ProposalMap map={map} name={name} id="avant-apres" />
              <TerritoryChange changes={changes.territory} id="territoire-liste" />
            </div>
          ) : (
            <TerritoryChange changes={changes.territory} id="territoire-liste" />
          )}
          {effect !== null && effect.noLongerEstimated > 0 && (
            <p className="note">
              {count(effect.noLongerEstimated, "commune gardée passe", "communes gardées passent")} de
              périmètre estimé à périmètre déclaré.
            </p>
          )}
          <SharedCommunes shared={shared} />
        </Section>
      )}
      {changes.missions && (
        <Section id="missions" title={SECTION.missions}>
          <MissionsChange difference={changes.missions} />
        </Section>
      )}
      {changes.contract && (
        <Section id="contrat" title={SECTION.contract}>
          <ContractChange difference={changes.contract} />
        </Section>
      )}
      {changes.indicators && (
        <Section id="indicateurs" title={SECTION.indicators}>
          <IndicatorsChange difference={changes.indicators} />
        </Section>
      )}
      {effect && touchesCoverage && (
        <Section
          id="couverture"
          title="Effet sur la couverture"
          intro="Calculé comme les pages publiques, sur la fiche d’aujourd’hui et sur la fiche si la proposition est acceptée."
        >
          <div className="fx-days">
            {effect.days.map((one) => (
              <CoverageEffect key={one.asOf} effect={one} today={today} />
            ))}
          </div>
        </Section>
      )}
      {effect && (
        <Section id="enveloppe" title="Effet sur l’enveloppe">
          <EnvelopeChange envelope={effect.envelope} />
        </Section>
      )}
    </>
  );
}
