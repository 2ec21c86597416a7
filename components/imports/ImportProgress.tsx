"use client";

import { useEffect, useState } from "react";
import { integer } from "@/lib/format/fr";

interface Progress {
  readonly phase: string;
  readonly done: number;
  readonly total: number;
}

interface ImportProgressProps {
  readonly id: string;
  readonly initial: Progress;
}

const EVERY_MS = 500;

/** How far the reading or the writing of a file is, asked twice a second; without scripts, a link asks. */
export function ImportProgress({ id, initial }: ImportProgressProps) {
  const [{ phase, done, total }, setProgress] = useState(initial);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let isLeft = false;
    const ask = async () => {
      const answer = await fetch(`/api/espace/imports/${id}`).catch(() => null);
      if (isLeft) return;
      if (answer?.ok) {
        const now = (await answer.json()) as Progress & { readonly busy: boolean };
        if (!now.busy) return location.reload();
        setProgress(now);
      } else if (answer !== null) return location.reload();
      timer = setTimeout(() => void ask(), EVERY_MS);
    };
    timer = setTimeout(() => void ask(), EVERY_MS);
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }, [id]);
  const isCounted = total > 1;
  return (
    <div className="import-progress" role="status">
      <p>
        <b>{phase || "En attente"}…</b>{" "}
        {isCounted && (
          <span className="mut">
            {integer(done)} sur {integer(total)}
          </span>
        )}
      </p>
      {isCounted ? (
        <progress value={done} max={total} aria-label={phase} />
      ) : (
        <progress aria-label={phase || "En attente"} />
      )}
      <p className="note">
        Vous pouvez quitter cette page{"\u00a0"}: le travail continue.{" "}
        <a href={`/espace/imports/${id}`}>Actualiser</a>
      </p>
    </div>
  );
}
