"use client";

import { useRef, useState, type SubmitEvent } from "react";
import { IMPORT_KIND } from "@/lib/format/imports";
import type { ImportKind } from "@/lib/import/columns";
import type { Fault } from "@/lib/schemas/form";
import { LabelledField } from "../forms/LabelledField";

interface SendImportFormProps {
  readonly today: string;
  /** What was typed before a refusal, without scripts. */
  readonly typed: Readonly<Record<string, string>>;
  readonly faults: readonly Fault[];
}

const ADDRESS = "/api/espace/imports";
const KINDS: readonly ImportKind[] = ["territory", "cpts", "polygons", "professionals"];
const MEGABYTES = 50;

/** A file and what is said of it: nothing goes on record by sending it. */
export function SendImportForm({ today, typed, faults: initial }: SendImportFormProps) {
  const [faults, setFaults] = useState(initial);
  const [share, setShare] = useState<number | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const faultOf = (field: string) => faults.find((one) => one.field === field)?.message ?? null;

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (share !== null) return;
    const body = new FormData(event.currentTarget);
    const file = body.get("file");
    if (file instanceof File && file.size > MEGABYTES * 1024 * 1024) {
      setFaults([
        {
          field: "file",
          message: `Ce fichier dépasse ${MEGABYTES}\u00a0Mo\u00a0: partagez-le en plusieurs.`,
        },
      ]);
      return;
    }
    setFaults([]);
    setShare(0);
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) => setShare(total === 0 ? 0 : loaded / total);
    request.onloadend = () => {
      if (request.status === 200) {
        window.location.assign(pageOf(request.responseText));
        return;
      }
      setShare(null);
      setFaults(faultsIn(request.responseText));
      setTimeout(() => form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus());
    };
    request.open("POST", ADDRESS);
    request.setRequestHeader("Accept", "application/json");
    request.send(body);
  }

  return (
    <form
      ref={form}
      className="stack"
      action={ADDRESS}
      method="post"
      encType="multipart/form-data"
      onSubmit={onSubmit}
      noValidate
    >
      <div role="alert">{faultOf("form") && <p className="fault">{faultOf("form")}</p>}</div>
      <fieldset className="ff">
        <legend>Ce que le fichier contient</legend>
        {KINDS.map((kind) => (
          <label key={kind} className="tick" htmlFor={`import-kind-${kind}`}>
            <input
              id={`import-kind-${kind}`}
              type="radio"
              name="kind"
              value={kind}
              defaultChecked={(typed.kind ?? "territory") === kind}
            />
            <span>
              <b>{IMPORT_KIND[kind].name}</b>
              {"\u00a0"}: {IMPORT_KIND[kind].meaning}
            </span>
          </label>
        ))}
      </fieldset>
      <LabelledField
        id="import-file"
        label="Fichier"
        hint="CSV, XLSX ou ODS de 40 000 lignes et 20 Mo au plus ; GeoJSON de 50 Mo au plus pour des contours."
        fault={faultOf("file")}
      >
        {(tied) => (
          <input
            {...tied}
            name="file"
            type="file"
            accept=".csv,.txt,.tsv,.xlsx,.ods,.geojson,.json"
            required
          />
        )}
      </LabelledField>
      <LabelledField
        id="import-asOf"
        label="Situation au"
        hint="Le jour où les faits sont vrais. Un nouveau territoire vaut à partir de ce jour : le passé n’est pas réécrit."
        fault={faultOf("asOf")}
      >
        {(tied) => <input {...tied} name="asOf" type="date" defaultValue={typed.asOf ?? today} required />}
      </LabelledField>
      <LabelledField
        id="import-statedBy"
        label="Qui donne ces informations"
        hint="Nommé comme source sur les fiches : par exemple « ARS Auvergne-Rhône-Alpes »."
        fault={faultOf("statedBy")}
      >
        {(tied) => (
          <input {...tied} name="statedBy" maxLength={160} defaultValue={typed.statedBy ?? ""} required />
        )}
      </LabelledField>
      <label className="tick" htmlFor="import-complete">
        <input
          id="import-complete"
          type="checkbox"
          name="complete"
          value="1"
          defaultChecked={typed.refus === undefined || typed.complete === "1"}
        />
        <span>
          Ce fichier donne tout le territoire de chaque CPTS qu’il nomme{"\u00a0"}: les communes absentes la
          quittent à ce jour. Sans cette case, il ne fait qu’ajouter.
        </span>
      </label>
      <LabelledField
        id="import-note"
        label="Raison des communes tenues par deux CPTS (facultatif)"
        hint="Gardée en note de chaque commune qu’une autre CPTS tient aussi, là où le fichier n’en donne pas."
        fault={faultOf("note")}
      >
        {(tied) => <input {...tied} name="note" maxLength={500} defaultValue={typed.note ?? ""} />}
      </LabelledField>
      <button className="btn pri" type="submit" aria-disabled={share !== null}>
        {share === null ? "Lire le fichier" : "Envoi…"}
      </button>
      <div aria-live="polite">
        {share !== null && (
          <progress value={share} max={1} aria-label="Envoi du fichier">
            {Math.round(share * 100)}
            {"\u00a0"}%
          </progress>
        )}
      </div>
    </form>
  );
}

const pageOf = (text: string): string => `/espace/imports/${(JSON.parse(text) as { id: string }).id}`;

/** What the server found wrong, field by field. */
function faultsIn(text: string): readonly Fault[] {
  try {
    const problem = JSON.parse(text) as {
      readonly detail?: string;
      readonly errors?: readonly { readonly path: readonly string[]; readonly message: string }[];
    };
    const faults = (problem.errors ?? []).map(({ path, message }) => ({ field: path[0] ?? "form", message }));
    return faults.length > 0 ? faults : [{ field: "form", message: problem.detail ?? LOST }];
  } catch {
    return [{ field: "form", message: LOST }];
  }
}

const LOST = "L’envoi n’a pas abouti\u00a0: vérifiez votre connexion, puis recommencez.";
