"use client";

import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { count } from "@/lib/format/fr";
import { Icon } from "../ui/Icon";

interface Result {
  readonly kind: string;
  readonly label: string;
  readonly detail: string;
  readonly href: string;
}

const WAIT_MS = 150;
const SHORTEST = 2;
const NOTHING: readonly Result[] = [];

/**
 * Finds a commune, a CPTS or a department as one types (WAI-ARIA combobox with a listbox). Without
 * JavaScript it is a form that opens the page of results, as Enter does when nothing is picked.
 */
export function SiteSearch({ id }: { readonly id: string }) {
  const [text, setText] = useState("");
  const [answer, setAnswer] = useState<{ readonly to: string; readonly results: readonly Result[] }>();
  const [active, setActive] = useState(-1);
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLFormElement>(null);
  const asked = text.trim();
  const shown = open && asked.length >= SHORTEST && answer !== undefined;
  const results = answer?.results ?? NOTHING;
  const listed = shown && results.length > 0;
  const none = shown && results.length === 0 && answer.to === asked;

  useEffect(() => {
    if (asked.length < SHORTEST) return;
    const leaving = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`/api/v1/search?q=${encodeURIComponent(asked)}`, {
          signal: leaving.signal,
        });
        if (!response.ok) return;
        const found = (await response.json()) as { results: readonly Result[] };
        setAnswer({ to: asked, results: found.results });
        setActive(-1);
      } catch {
        // Left for a newer search, or offline: Enter still opens the page of results.
      }
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [asked]);

  useEffect(() => {
    const close = (event: PointerEvent) => !box.current?.contains(event.target as Node) && setOpen(false);
    document.addEventListener("pointerdown", close);
    return () => document.removeEventListener("pointerdown", close);
  }, []);

  useEffect(() => {
    if (active >= 0) document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [id, active]);

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === "Escape") setOpen(false);
    if (!listed) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setActive((now) => (now + step + results.length + (now < 0 && step < 0 ? 1 : 0)) % results.length);
    }
    const picked = results[active];
    if (event.key === "Enter" && picked) {
      event.preventDefault();
      window.location.assign(picked.href);
    }
  }

  return (
    <form ref={box} className="search" action="/recherche" role="search">
      <label className="vh" htmlFor={id}>
        Commune, code postal, CPTS ou département
      </label>
      <Icon name="find" />
      <input
        id={id}
        name="q"
        type="text"
        autoComplete="off"
        placeholder="Commune, CPTS, département"
        role="combobox"
        aria-expanded={listed}
        aria-controls={`${id}-liste`}
        aria-autocomplete="list"
        aria-activedescendant={listed && active >= 0 ? `${id}-${active}` : undefined}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(-1);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={(event) => !box.current?.contains(event.relatedTarget) && setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <ul id={`${id}-liste`} role="listbox" aria-label="Résultats" hidden={!listed}>
        {results.map(({ href, label, detail }, i) => (
          <li
            key={href}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === active}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => window.location.assign(href)}
          >
            {label} <small>{detail}</small>
          </li>
        ))}
      </ul>
      <span className={none ? "search-none" : "vh"} role="status">
        {listed && count(results.length, "résultat")}
        {none && "Aucun résultat. Essayez un code postal, ou une partie du nom."}
      </span>
    </form>
  );
}
