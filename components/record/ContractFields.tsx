"use client";

import { LINE_WORDS, PARTY_WORDS, SCHEDULE_WORDS, STEP_WORDS } from "@/lib/format/section-words";
import type { AnnexYear } from "@/lib/queries/annex-years";
import type { FieldPath } from "../forms/section/draft-values";
import { DayInput, SelectInput, TextInput } from "../forms/section/Field";
import { Rows } from "../forms/section/Rows";
import { SpanInput } from "../forms/section/SpanInput";
import { AnnexDifferences } from "./AnnexDifferences";
import { FormPart } from "./FormPart";

const PARTS = { fixed: "Volet fixe", variable: "Volet variable" } as const;

/** The steps of a CPTS's life and its contracts; avenants are steps of their own kind. */
export function ContractFields({ annex }: { readonly annex: readonly AnnexYear[] }) {
  return (
    <>
      <FormPart
        id="etapes"
        title="Étapes"
        who="Public, une fois accepté. De la lettre d’intention à la résiliation ; chaque avenant est une étape."
      >
        <Rows
          path={["steps"]}
          item="étape"
          one="une étape"
          removed="retirée"
          empty="Aucune étape."
          compact
          blank={() => ({ kind: null, earliest: null, latest: null, note: null })}
        >
          {(path) => (
            <>
              <SelectInput path={[...path, "kind"]} options={STEP_WORDS} none="Choisir…" required />
              <SpanInput path={path} from="earliest" to="latest" label="Jour" />
              <TextInput path={[...path, "note"]} wide />
            </>
          )}
        </Rows>
      </FormPart>
      <FormPart
        id="contrats"
        title="Contrats"
        who="Public, une fois accepté. Le jour de signature est celui d’une étape « Signature » ou « Renouvellement »."
      >
        <Rows
          path={["contracts"]}
          item="contrat"
          one="un contrat"
          removed="retiré"
          empty="Aucun contrat."
          blank={() => ({
            signedEarliest: null,
            signedLatest: null,
            termMonths: 60,
            endedOn: null,
            scheduleId: null,
            parties: [],
            amounts: [],
          })}
        >
          {(path) => <ContractRow path={path} />}
        </Rows>
      </FormPart>
      <AnnexDifferences years={annex} />
    </>
  );
}

function ContractRow({ path }: { readonly path: FieldPath }) {
  return (
    <>
      <SpanInput path={path} from="signedEarliest" to="signedLatest" label="Jour de signature" />
      <TextInput
        path={[...path, "termMonths"]}
        inputMode="numeric"
        hint="60 mois d’ordinaire. Si un avenant déplace le terme : les mois entiers de la signature au nouveau terme."
        required
      />
      <DayInput
        path={[...path, "endedOn"]}
        hint="Seulement s’il a pris fin avant son terme."
        unset="aucune"
      />
      <SelectInput
        path={[...path, "scheduleId"]}
        options={SCHEDULE_WORDS}
        none="Celui en vigueur au début de chaque année"
        unset="Celui en vigueur au début de chaque année"
      />
      <div className="wide">
        <h3>Signataires</h3>
        <Rows
          path={[...path, "parties"]}
          item="signataire"
          one="un signataire"
          removed="retiré"
          empty="Aucun signataire."
          compact
          blank={() => ({ kind: null, name: null })}
        >
          {(party) => (
            <>
              <SelectInput path={[...party, "kind"]} options={PARTY_WORDS} none="Choisir…" required />
              <TextInput path={[...party, "name"]} required />
            </>
          )}
        </Rows>
      </div>
      <div className="wide">
        <h3>Montants de l’annexe</h3>
        <p className="hint">
          Montants annuels en euros, par ligne. Sans année, le montant vaut pour chaque année du contrat.
        </p>
        <Rows
          path={[...path, "amounts"]}
          item="montant"
          one="un montant"
          removed="retiré"
          empty="Aucun montant&nbsp;: le barème s’applique."
          compact
          blank={() => ({ line: null, part: "fixed", year: null, euros: null })}
        >
          {(amount) => (
            <>
              <SelectInput path={[...amount, "line"]} options={LINE_WORDS} none="Choisir…" required />
              <SelectInput path={[...amount, "part"]} options={PARTS} none="Choisir…" required />
              <TextInput path={[...amount, "year"]} inputMode="numeric" />
              <TextInput path={[...amount, "euros"]} inputMode="decimal" required />
            </>
          )}
        </Rows>
      </div>
    </>
  );
}
