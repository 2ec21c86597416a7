"use client";

import { SelectField } from "../forms/SelectField";
import { useRef, useState, type DragEvent, type SubmitEvent } from "react";
import { day } from "@/lib/format/fr";
import { fileSize, MEETING_KIND } from "@/lib/format/labels-dossier";
import type { DocumentMeeting } from "@/lib/queries/documents";
import { ACCEPTED_EXTENSIONS, MOST_DOCUMENT_BYTES } from "@/lib/schemas/document";
import { sendFile, type Sent } from "./send-file";

interface DocumentUploadProps {
  readonly slug: string;
  readonly meetings: readonly DocumentMeeting[];
  /** The meeting chosen beforehand; empty for none. */
  readonly meeting: string;
}

interface Going {
  readonly name: string;
  readonly bytes: number;
  /** From 0 to 1. */
  readonly share: number;
  readonly end: Sent | null;
}

const PREFIX = "document";

/**
 * Files to attach, one or several. A plain form that the API answers by the page; with scripts, files are
 * sent one by one, each with its progress and its own refusal, and may be dropped here.
 */
export function DocumentUpload({ slug, meetings, meeting }: DocumentUploadProps) {
  const address = `/api/espace/cpts/${slug}/documents`;
  const input = useRef<HTMLInputElement>(null);
  const [going, setGoing] = useState<readonly Going[]>([]);
  const [isOver, setOver] = useState(false);
  const [missing, setMissing] = useState(false);
  const isBusy = going.some(({ end }) => end === null);
  const refused = going.filter(({ end }) => end !== null && !end.isKept);

  async function send(files: readonly File[], form: HTMLFormElement) {
    if (isBusy) return;
    setMissing(files.length === 0);
    if (files.length === 0) {
      input.current?.focus();
      return;
    }
    const chosen = new FormData(form).get("meeting");
    setGoing(files.map(({ name, size }) => ({ name, bytes: size, share: 0, end: null })));
    const update = (index: number, change: Partial<Going>) =>
      setGoing((all) => all.map((one, i) => (i === index ? { ...one, ...change } : one)));
    let allKept = true;
    for (const [index, file] of files.entries()) {
      const onProgress = (share: number) => update(index, { share });
      const end =
        tooLarge(file) ??
        (await sendFile(address, file, typeof chosen === "string" ? chosen : "", onProgress));
      update(index, { share: 1, end });
      allKept &&= end.isKept;
    }
    if (allKept) location.search = "fait=ajout";
    else form.reset();
  }

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    void send([...(input.current?.files ?? [])], event.currentTarget);
  }

  function onDrop(event: DragEvent<HTMLFormElement>) {
    event.preventDefault();
    setOver(false);
    void send([...event.dataTransfer.files], event.currentTarget);
  }

  return (
    <form
      className={isOver ? "stack drop over" : "stack drop"}
      action={address}
      method="post"
      encType="multipart/form-data"
      onSubmit={onSubmit}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <div className={missing ? "ff bad" : "ff"}>
        <label htmlFor={`${PREFIX}-file`}>Fichiers</label>
        <p className="hint" id={`${PREFIX}-file-hint`}>
          PDF, images (PNG, JPEG, WebP), Word, Excel, PowerPoint ou OpenDocument, sans macros. 10&nbsp;Mo au
          plus par fichier.<span className="scripted"> Vous pouvez aussi les déposer dans ce cadre.</span>
        </p>
        {missing && (
          <p className="fault" id={`${PREFIX}-file-fault`} role="alert">
            Choisissez au moins un fichier.
          </p>
        )}
        <input
          ref={input}
          id={`${PREFIX}-file`}
          name="file"
          type="file"
          multiple
          accept={ACCEPTED_EXTENSIONS}
          aria-invalid={missing ? true : undefined}
          aria-describedby={`${PREFIX}-file-hint${missing ? ` ${PREFIX}-file-fault` : ""}`}
        />
      </div>
      {meetings.length > 0 && (
        <SelectField
          prefix={PREFIX}
          field="meeting"
          label="Réunion (facultatif)"
          empty="Aucune"
          choices={meetings.map(({ id, kind, heldOn }) => ({
            value: id,
            label: `${MEETING_KIND[kind]} du ${day(heldOn)}`,
          }))}
          initial={meeting}
          fault={null}
        />
      )}
      <button className="btn pri" type="submit" aria-disabled={isBusy}>
        {isBusy ? "Envoi en cours…" : "Ajouter"}
      </button>
      <div aria-live="polite">
        {going.length > 0 && (
          <ul className="sending">
            {going.map((one, index) => (
              <Line key={index} going={one} slug={slug} />
            ))}
          </ul>
        )}
        {!isBusy && refused.length > 0 && refused.length < going.length && (
          <p>
            <a href={`/espace/cpts/${slug}/documents`}>Voir la liste à jour</a>
          </p>
        )}
      </div>
    </form>
  );
}

/** Not sent at all: the server would refuse it without reading it. */
function tooLarge({ size }: File): Sent | null {
  if (size <= MOST_DOCUMENT_BYTES) return null;
  const why = `Ce fichier dépasse 10\u00a0Mo (${fileSize(size)})\u00a0: réduisez-le, ou partagez-le en plusieurs fichiers.`;
  return { isKept: false, isSignedOut: false, why };
}

function Line({
  going: { name, bytes, share, end },
  slug,
}: {
  readonly going: Going;
  readonly slug: string;
}) {
  const back = `/connexion?retour=${encodeURIComponent(`/espace/cpts/${slug}/documents`)}`;
  return (
    <li className={end && !end.isKept ? "refused" : undefined}>
      <b>{name}</b> <span className="mut">{fileSize(bytes)}</span>{" "}
      {end === null && (
        <progress value={share} max={1} aria-label={`Envoi de ${name}`}>
          {Math.round(share * 100)}
          {"\u00a0"}%
        </progress>
      )}
      {end?.isKept && <span>ajouté</span>}
      {end && !end.isKept && (
        <p>
          {end.why} {end.isSignedOut && <a href={back}>Se reconnecter</a>}
        </p>
      )}
    </li>
  );
}
