"use client";

import { PARTNER_WORDS } from "@/lib/format/section-words";
import { DayInput, SelectInput, TextInput } from "../forms/section/Field";
import { Rows } from "../forms/section/Rows";
import { FormPart } from "./FormPart";

export function PartnersFields() {
  return (
    <FormPart
      id="structures"
      title="Structures partenaires"
      who="Public. Une ligne par structure nommée, ou par type avec leur nombre ; laissez vide ce qui n’est pas connu."
    >
      <DayInput path={["asOf"]} hint="La liste vaut à cette date." required />
      <Rows
        path={["structures"]}
        item="structure"
        one="une structure"
        removed="retirée"
        empty="Aucune structure."
        movable
        compact
        blank={() => ({ kind: null, name: null, count: null, beds: null })}
      >
        {(path) => (
          <>
            <SelectInput path={[...path, "kind"]} options={PARTNER_WORDS} none="Choisir…" required />
            <TextInput path={[...path, "name"]} />
            <TextInput path={[...path, "count"]} inputMode="numeric" />
            <TextInput path={[...path, "beds"]} inputMode="numeric" />
          </>
        )}
      </Rows>
    </FormPart>
  );
}
