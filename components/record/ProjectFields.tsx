"use client";

import { MISSION_WORDS } from "@/lib/format/section-words";
import { LongText, SelectInput, TextInput } from "../forms/section/Field";
import { Rows } from "../forms/section/Rows";
import { FormPart } from "./FormPart";

export function ProjectFields() {
  return (
    <>
      <FormPart
        id="resume"
        title="Résumé"
        who="Public : affiché sur la page de la CPTS. Aucun nom de personne."
      >
        <LongText
          path={["summary"]}
          rows={8}
          hint="Le diagnostic du territoire et ce que la CPTS veut changer, en quelques paragraphes."
          wide
        />
      </FormPart>
      <FormPart id="axes" title="Axes" who="Public. Chaque axe peut servir une mission de l’ACI.">
        <Rows
          path={["axes"]}
          item="axe"
          one="un axe"
          removed="retiré"
          empty="Aucun axe."
          movable
          blank={() => ({ title: null, description: null, mission: null })}
        >
          {(path) => (
            <>
              <TextInput path={[...path, "title"]} required />
              <SelectInput
                path={[...path, "mission"]}
                options={MISSION_WORDS}
                none="Aucune mission de l’ACI"
                unset="aucune"
              />
              <LongText path={[...path, "description"]} wide />
            </>
          )}
        </Rows>
      </FormPart>
    </>
  );
}
