"use client";

import { whenInSentence } from "@/lib/format/fr";
import { DIRECTION, INDICATOR_KIND } from "@/lib/format/indicators";
import { MISSION_WORDS } from "@/lib/format/section-words";
import type { ContractEnvelopes } from "@/lib/queries/variable-envelopes";
import { useSectionForm } from "../forms/section/context";
import { textAt, type FieldPath } from "../forms/section/draft-values";
import { SelectInput, TextInput } from "../forms/section/Field";
import { Rows } from "../forms/section/Rows";
import { Callout } from "../ui/Notice";
import { FormPart } from "./FormPart";
import { IndicatorSums } from "./IndicatorSums";

interface IndicatorsFieldsProps {
  readonly contracts: readonly ContractEnvelopes[];
}

/** The indicators of the contracts' annexes, above what they sum to beside the envelope of each line. */
export function IndicatorsFields({ contracts }: IndicatorsFieldsProps) {
  const { draft } = useSectionForm();
  const last = contracts.at(-1)?.contract ?? null;
  return (
    <>
      {contracts.length === 0 && (
        <Callout kind="info">
          <p>
            <b>Aucun contrat sur la fiche.</b> Les indicateurs sont ceux de l’annexe d’un contrat&nbsp;:
            ajoutez-le d’abord dans «&nbsp;Étapes et contrat&nbsp;».
          </p>
        </Callout>
      )}
      <FormPart
        id="indicateurs"
        title="Indicateurs de l’annexe"
        who="Non publié. Un palier dit tout ce que l’indicateur rapporte une fois atteint, et non ce qui s’ajoute au palier précédent ; le dernier est son maximum. Un seul palier : tout ou rien."
      >
        <Rows
          path={["indicators"]}
          item="indicateur"
          one="un indicateur"
          removed="retiré"
          empty="Aucun indicateur&nbsp;: le volet variable se calcule sur le taux d’atteinte de chaque mission."
          movable
          title={(index) => textAt(draft.values, ["indicators", index, "label"]) || `Indicateur ${index + 1}`}
          blank={() => ({
            contract: last,
            mission: null,
            label: null,
            kind: "result",
            unit: null,
            baseline: null,
            direction: "rising",
            fromYear: null,
            toYear: null,
            steps: [{ threshold: null, euros: null }],
          })}
        >
          {(path) => <IndicatorRow path={path} contracts={contracts} />}
        </Rows>
      </FormPart>
      <IndicatorSums contracts={contracts} />
    </>
  );
}

function IndicatorRow({ path, contracts }: IndicatorsFieldsProps & { readonly path: FieldPath }) {
  const options = Object.fromEntries(
    contracts.map(({ contract, signed }) => [
      String(contract),
      `Contrat ${contract}, signé ${whenInSentence(signed)}`,
    ]),
  );
  return (
    <>
      <SelectInput path={[...path, "mission"]} options={MISSION_WORDS} none="Choisir…" required />
      <SelectInput path={[...path, "contract"]} options={options} none="Choisir…" required />
      <TextInput path={[...path, "label"]} hint="Comme l’annexe l’écrit." required wide />
      <SelectInput path={[...path, "kind"]} options={INDICATOR_KIND} none="Choisir…" required />
      <TextInput path={[...path, "unit"]} hint="%, patients, jours, oui/non (1 ou 0)…" required />
      <TextInput
        path={[...path, "baseline"]}
        inputMode="decimal"
        hint="Facultative."
        unset="non communiquée"
      />
      <SelectInput path={[...path, "direction"]} options={DIRECTION} none="Choisir…" required />
      <TextInput
        path={[...path, "fromYear"]}
        inputMode="numeric"
        hint="Vide&nbsp;: dès la première."
        unset="1"
      />
      <TextInput
        path={[...path, "toYear"]}
        inputMode="numeric"
        hint="Vide&nbsp;: jusqu’à la fin."
        unset="la dernière"
      />
      <div className="wide">
        <h3>Paliers</h3>
        <p className="hint">Du plus facile au plus difficile. Atteindre exactement le seuil suffit.</p>
        <Rows
          path={[...path, "steps"]}
          item="palier"
          one="un palier"
          removed="retiré"
          empty="Aucun palier."
          compact
          blank={() => ({ threshold: null, euros: null })}
        >
          {(step) => (
            <>
              <TextInput path={[...step, "threshold"]} inputMode="decimal" required />
              <TextInput path={[...step, "euros"]} inputMode="decimal" required />
            </>
          )}
        </Rows>
      </div>
    </>
  );
}
