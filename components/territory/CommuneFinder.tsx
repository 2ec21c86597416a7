"use client";

import { useEffect, useId, useState, type KeyboardEvent } from "react";
import { count } from "@/lib/format/fr";
import { Icon } from "../ui/Icon";

export interface FoundCommune {
  readonly code: string;
  readonly name: string;
  readonly detail: string;
}

interface CommuneFinderProps {
  readonly pick: (commune: FoundCommune) => void;
  readonly label?: string;
  /** Empties the field once a commune is picked, for the next one. */
  readonly isRepeated?: boolean;
}

const WAIT_MS = 150;
const SHORTEST = 2;

/** Any commune of France, by name or code. */
export function CommuneFinder({
  pick,
  label = "Aller à une commune",
  isRepeated = false,
}: CommuneFinderProps) {
  const id = useId();
  const [text, setText] = useState("");
  const [answer, setAnswer] = useState<{ readonly to: string; readonly found: readonly FoundCommune[] }>();
  const [active, setActive] = useState(0);
  const [open, setOpen] = useState(false);
  const asked = text.trim();
  const found = open && asked.length >= SHORTEST ? (answer?.found ?? []) : [];
  const listed = found.length > 0;

  useEffect(() => {
    if (asked.length < SHORTEST) return;
    const leaving = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`/api/v1/search?q=${encodeURIComponent(asked)}`, {
          signal: leaving.signal,
        });
        if (!response.ok) return;
        setAnswer({ to: asked, found: communesOf(await response.json()) });
        setActive(0);
      } catch {
        // Left for a newer search, or offline: the list below still finds the communes of the map.
      }
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [asked]);

  function choose(commune: FoundCommune) {
    setText(isRepeated ? "" : commune.name);
    setOpen(false);
    pick(commune);
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === "Escape") setOpen(false);
    // Within a form, Enter picks and never sends.
    if (event.key === "Enter" && isRepeated) event.preventDefault();
    if (!listed) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setActive((now) => (now + (event.key === "ArrowDown" ? 1 : -1) + found.length) % found.length);
    }
    const picked = found[active];
    if (event.key === "Enter" && picked) {
      event.preventDefault();
      choose(picked);
    }
  }

  return (
    <div className="search te-go">
      <label className="vh" htmlFor={id}>
        {label}
      </label>
      <Icon name="find" />
      <input
        id={id}
        type="text"
        autoComplete="off"
        placeholder={label}
        role="combobox"
        aria-expanded={listed}
        aria-controls={`${id}-liste`}
        aria-autocomplete="list"
        aria-activedescendant={listed ? `${id}-${active}` : undefined}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setOpen(true);
        }}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <ul id={`${id}-liste`} role="listbox" aria-label="Communes" hidden={!listed}>
        {found.map((commune, i) => (
          <li
            key={commune.code}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === active}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(commune)}
          >
            {commune.name} <small>{commune.detail}</small>
          </li>
        ))}
      </ul>
      <span className="vh" role="status">
        {listed && count(found.length, "commune")}
        {open &&
          answer?.to === asked &&
          answer.found.length === 0 &&
          "Aucune commune ne porte ce nom ou ce code."}
      </span>
    </div>
  );
}

interface Hit {
  readonly kind: string;
  readonly label: string;
  readonly detail: string;
  readonly href: string;
}

function communesOf(body: unknown): FoundCommune[] {
  const { results = [] } = body as { results?: readonly Hit[] };
  return results
    .filter(({ kind }) => kind === "commune")
    .map(({ label, detail, href }) => ({ name: label, detail, code: href.replace(/^.*\//, "") }));
}
