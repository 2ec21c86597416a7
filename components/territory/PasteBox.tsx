"use client";

import { useEffect, useRef, useState } from "react";
import { integer } from "@/lib/format/fr";
import { MOST_PASTED_CHARACTERS, type PasteReport } from "@/lib/territory/paste";
import { Section } from "../layout/Section";
import { PasteReportTable } from "./PasteReportTable";

interface PasteBoxProps {
  readonly slug: string;
  /** Departments where a name is looked for first. */
  readonly near: readonly string[];
  readonly report: PasteReport | null;
  readonly onReport: (report: PasteReport | null) => void;
  readonly held: ReadonlySet<string>;
  /** Adds communes, and the departments they are in. */
  readonly apply: (communes: readonly { code: string; departmentCode: string }[]) => Promise<void>;
}

const TOO_LONG = `Cette liste est trop longue\u00a0: elle dépasse ${integer(MOST_PASTED_CHARACTERS)} caractères, et aucun département n’a autant de communes. Collez au plus 2\u00a0000 codes ou noms, sans les autres colonnes. Rien n’a été collé.`;

/** A list of codes or names, read before anything is applied. The box keeps its text. */
export function PasteBox({ slug, near, report, onReport, held, apply }: PasteBoxProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [state, setState] = useState<"idle" | "reading" | "applied">("idle");
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const key = `maillage.liste/${slug}`;

  // What was pasted outlives a reload, like the territory itself.
  useEffect(() => {
    try {
      if (box.current && box.current.value === "") box.current.value = sessionStorage.getItem(key) ?? "";
    } catch {
      // A device that keeps nothing: the text lives as long as the page.
    }
  }, [key]);
  function remember() {
    try {
      sessionStorage.setItem(key, box.current?.value ?? "");
    } catch {
      // As above.
    }
  }

  async function read() {
    const text = box.current?.value ?? "";
    setChosen({});
    if (text.trim() === "") {
      onReport(null);
      setFault("La liste est vide\u00a0: collez des codes INSEE ou des noms de communes.");
      box.current?.focus();
      return;
    }
    setFault(null);
    setState("reading");
    try {
      const response = await fetch(`/api/espace/cpts/${encodeURIComponent(slug)}/territoire/liste`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ text, near }),
      });
      if (!response.ok) throw new Error(await detailOf(response));
      onReport((await response.json()) as PasteReport);
    } catch (error) {
      onReport(null);
      setFault(error instanceof Error && error.message !== "" ? error.message : AWAY);
    }
    setState("idle");
  }

  async function accept(codes: readonly { code: string; departmentCode: string }[]) {
    await apply(codes);
    setState("applied");
  }

  return (
    <Section id="coller" title="Coller des codes">
      <label className="note" htmlFor="te-liste">
        Codes INSEE ou noms, un par ligne, séparés par des espaces, virgules ou points-virgules
      </label>
      <textarea
        id="te-liste"
        ref={box}
        className="te-paste"
        rows={5}
        spellCheck={false}
        aria-invalid={fault !== null}
        aria-describedby="te-liste-faute"
        onInput={() => {
          remember();
          setState("idle");
        }}
        onPaste={(event) => {
          // Refused before the browser lays out a million lines.
          if (event.clipboardData.getData("text").length <= MOST_PASTED_CHARACTERS) return;
          event.preventDefault();
          setFault(TOO_LONG);
        }}
      />
      <p id="te-liste-faute" className="te-fault" role="alert">
        {fault}
      </p>
      <p className="te-act">
        <button type="button" className="btn" disabled={state === "reading"} onClick={() => void read()}>
          {state === "reading" ? "Lecture…" : "Lire la liste"}
        </button>
        <button
          type="button"
          className="btn"
          onClick={() => {
            if (box.current) box.current.value = "";
            remember();
            onReport(null);
            setFault(null);
            box.current?.focus();
          }}
        >
          Vider
        </button>
      </p>
      <div role="status">
        {state === "applied" && <p className="note">Appliqué. La liste reste ci-dessus.</p>}
      </div>
      {report && (
        <PasteReportTable
          report={report}
          held={held}
          chosen={chosen}
          choose={(typed, code) => setChosen({ ...chosen, [typed]: code })}
          apply={accept}
        />
      )}
    </Section>
  );
}

const AWAY = "Le serveur n’a pas répondu\u00a0: la liste reste ci-dessus, réessayez.";

async function detailOf(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => null);
  const { detail, errors } = (body ?? {}) as { detail?: string; errors?: readonly { message: string }[] };
  const first = errors?.[0]?.message;
  return first ? `La liste ${first}.` : (detail ?? AWAY);
}
