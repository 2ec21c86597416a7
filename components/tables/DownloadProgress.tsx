"use client";

import { useRef, useState, type MouseEvent, type ReactNode } from "react";
import { fileSize } from "@/lib/format/labels-dossier";
import { Num } from "../ui/Num";

type State =
  | { readonly is: "idle" | "given-up" | "failed" }
  | { readonly is: "receiving" | "received"; readonly size: number };

/** The sentence said when a state begins; what grows is shown, not repeated aloud. */
const SAID: Readonly<Record<State["is"], string>> = {
  idle: "",
  receiving: "Le fichier arrive…",
  received: "Fichier reçu, enregistré par le navigateur.",
  "given-up": "Téléchargement abandonné\u00a0: rien n’a été enregistré.",
  failed: "Le fichier n’est pas arrivé entier\u00a0: rien n’a été enregistré. Réessayez.",
};

/** Links to long files: with scripts they say how much has come, and can be given up. */
export function DownloadProgress({ children }: { readonly children: ReactNode }) {
  const [state, setState] = useState<State>({ is: "idle" });
  const underWay = useRef<AbortController | null>(null);

  async function follow(event: MouseEvent<HTMLElement>) {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    underWay.current?.abort();
    const asked = (underWay.current = new AbortController());
    setState({ is: "receiving", size: 0 });
    try {
      const size = await receive(link.href, asked.signal, (now) => setState({ is: "receiving", size: now }));
      setState({ is: "received", size });
    } catch {
      if (underWay.current === asked) setState({ is: asked.signal.aborted ? "given-up" : "failed" });
    }
  }

  const isReceiving = state.is === "receiving";
  return (
    <>
      {/* The links inside are what is clicked, by mouse or by keyboard: this only hears of it. */}
      <div onClick={follow}>{children}</div>
      <p className="download-state">
        <span role="status">{SAID[state.is]}</span> {"size" in state && <Num>{fileSize(state.size)}</Num>}{" "}
        {isReceiving && (
          <>
            <progress aria-label="Téléchargement" />{" "}
            <button type="button" className="btn" onClick={() => underWay.current?.abort()}>
              Annuler
            </button>
          </>
        )}
      </p>
    </>
  );
}

/** Reads the whole file, then hands it to the browser under the name that the server gave it; its size in bytes. */
async function receive(href: string, signal: AbortSignal, tell: (size: number) => void): Promise<number> {
  const response = await fetch(href, { signal });
  if (!response.ok || !response.body) throw new Error(`answered ${response.status}`);
  const pieces: BlobPart[] = [];
  let size = 0;
  const reader = response.body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    pieces.push(next.value);
    size += next.value.byteLength;
    tell(size);
  }
  const name = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1];
  const address = URL.createObjectURL(new Blob(pieces));
  const link = document.createElement("a");
  Object.assign(link, { href: address, download: name ?? "maillage" });
  link.click();
  // Revoked at once, some browsers would find nothing to save.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return size;
}
