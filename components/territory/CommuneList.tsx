"use client";

import { useDeferredValue, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { count } from "@/lib/format/fr";
import { Section } from "../layout/Section";
import { Icon } from "../ui/Icon";
import { ListGroupRows } from "./ListGroupRows";
import { listGroups, type Scope } from "./list-rows";
import type { Epci } from "./atlas";
import type { EditorView } from "./model";

interface CommuneListProps {
  readonly view: EditorView;
  readonly loading: boolean;
  /** Takes in or out a whole EPCI, its communes of other departments included. */
  readonly whole: (epci: Epci, does: "add" | "remove") => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

/** The same state as the map, by keyboard alone: arrows to go through, Space to take in or out. */
export function CommuneList({ view, loading, whole }: CommuneListProps) {
  const [text, setText] = useState("");
  const [scope, setScope] = useState<Scope>("near");
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const [first] = useState(() => new Set(view.territory.communes.keys()));
  const [active, setActive] = useState<string | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const sought = useDeferredValue(text);
  const shownScope = scope === "near" && view.atlas.borders === null ? "all" : scope;
  const groups = useMemo(
    () => listGroups(view, { scope: shownScope, text: sought, kept, first }),
    [view, shownScope, sought, kept, first],
  );
  const rows = groups.flatMap((group) => group.rows);
  const entry = rows.some(({ code }) => code === active) ? active : (rows[0]?.code ?? null);

  function onKeyDown(event: KeyboardEvent<HTMLTableElement>) {
    const target = event.target as HTMLElement;
    if (!(target instanceof HTMLInputElement)) return;
    const boxes = [...(table.current?.querySelectorAll<HTMLInputElement>("input[type=checkbox]") ?? [])];
    const at = boxes.indexOf(target);
    const step = STEPS[event.key];
    const next =
      event.key === "Home"
        ? 0
        : event.key === "End"
          ? boxes.length - 1
          : step === undefined
            ? null
            : at + step;
    if (next === null || at < 0) return;
    event.preventDefault();
    boxes[Math.min(Math.max(next, 0), boxes.length - 1)]?.focus();
  }

  return (
    <Section
      id="liste"
      title="Liste au clavier"
      intro="Flèches pour parcourir, Espace pour ajouter ou retirer. Même état que la carte."
    >
      <div className="te-filt">
        <span className="te-find">
          <Icon name="find" />
          <label className="vh" htmlFor="te-filtre">
            Filtrer par nom, code ou début de code
          </label>
          <input
            id="te-filtre"
            type="text"
            autoComplete="off"
            placeholder="Filtrer&nbsp;: nom ou code"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </span>
        <label className="vh" htmlFor="te-choix">
          Communes à montrer
        </label>
        <select
          id="te-choix"
          value={shownScope}
          onChange={(event) => {
            setScope(event.target.value as Scope);
            setKept(new Set());
          }}
        >
          <option value="near" disabled={view.atlas.borders === null}>
            Voisines et choisies
          </option>
          <option value="held">Choisies</option>
          <option value="all">Toutes celles de la carte</option>
        </select>
      </div>
      <p className="vh" role="status">
        {sought !== "" && count(rows.length, "commune trouvée", "communes trouvées")}
      </p>
      {rows.length === 0 ? (
        <p className="te-none">
          {loading
            ? "Chargement des communes…"
            : sought !== ""
              ? "Aucune commune de la carte ne porte ce nom ou ce code. Ajoutez son département à la carte, ou collez son code."
              : "Aucune commune choisie. Filtrez par un nom, ou montrez toutes celles de la carte."}
        </p>
      ) : (
        <div className="te-scroll" tabIndex={-1}>
          <table className="te-kb" ref={table} onKeyDown={onKeyDown}>
            <caption className="vh">Communes par intercommunalité</caption>
            <thead>
              <tr>
                <th scope="col">
                  <span className="vh">Dans le territoire</span>
                </th>
                <th scope="col">Commune</th>
                <th scope="col">Code</th>
                <th scope="col" className="num">
                  Habitants
                </th>
                <th scope="col">État</th>
              </tr>
            </thead>
            {groups.map((group) => (
              <ListGroupRows
                key={group.epci.code}
                group={group}
                entry={group.rows.some(({ code }) => code === entry) ? entry : null}
                readOnly={view.readOnly}
                whole={whole}
                toggle={(code, does) => {
                  setKept((now) => new Set(now).add(code));
                  view.act({ type: does, codes: [code] });
                }}
                enter={(code, held) => {
                  setActive(code);
                  view.cursor.set(view.readOnly ? null : { code, does: held ? "remove" : "add" });
                }}
                leave={() => view.cursor.set(null)}
              />
            ))}
          </table>
        </div>
      )}
    </Section>
  );
}
