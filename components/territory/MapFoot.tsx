"use client";

import { useState } from "react";
import { list } from "@/lib/format/fr";
import { Callout } from "../ui/Notice";
import type { Departments } from "./use-departments";

const LEGEND = [
  ["sel", "dans le territoire"],
  ["cand", "sous le curseur"],
  ["conf", "en conflit"],
  ["kept", "en conflit, expliquée"],
  ["part", "en partie"],
  ["est", "autre CPTS, estimée"],
  ["dec", "autre CPTS, déclarée"],
  ["free", "libre"],
  ["now", "périmètre actuel"],
] as const;

export function MapLegend() {
  return (
    <ul className="te-leg" aria-label="Légende de la carte">
      {LEGEND.map(([look, words]) => (
        <li key={look}>
          <i className={look} aria-hidden="true" />
          {words}
        </li>
      ))}
    </ul>
  );
}

interface MapFootProps {
  readonly all: readonly { readonly code: string; readonly name: string }[];
  readonly departments: Departments;
  readonly readOnly: boolean;
}

/** What the map could not fetch, and another department on demand. */
export function MapFoot({ all, departments, readOnly }: MapFootProps) {
  const { loaded, loading, failed, add, retry } = departments;
  const [code, setCode] = useState("");
  const drawn = new Set(loaded.map((one) => one.code));
  const nameOf = (wanted: string) => all.find((one) => one.code === wanted)?.name ?? wanted;
  const lost = failed.filter(({ what }) => what === "communes");
  const unseen = failed.filter(({ what }) => what === "contours");
  return (
    <>
      {failed.length > 0 && (
        <Callout kind="error">
          <p>
            {lost.length > 0 && (
              <>
                <b>
                  Les communes de {list(lost.map((one) => nameOf(one.code)))} n’ont pas pu être chargées.
                </b>{" "}
              </>
            )}
            {unseen.length > 0 && (
              <>
                <b>La carte de {list(unseen.map((one) => nameOf(one.code)))} n’a pas pu être chargée.</b> La
                liste au clavier, plus bas, fait la même chose.{" "}
              </>
            )}
            <button type="button" className="te-link" onClick={retry}>
              Réessayer
            </button>
          </p>
        </Callout>
      )}
      <div role="status" className="te-loading">
        {loading && "Chargement des communes…"}
      </div>
      {!readOnly && (
        <form
          className="te-more scripted"
          onSubmit={(event) => {
            event.preventDefault();
            if (code !== "") void add(code).then((isThere) => isThere && setCode(""));
          }}
        >
          <label htmlFor="te-departement">Ajouter un département à la carte</label>
          <select id="te-departement" value={code} onChange={(event) => setCode(event.target.value)}>
            <option value="">Choisir…</option>
            {all
              .filter((one) => !drawn.has(one.code))
              .map((one) => (
                <option key={one.code} value={one.code}>
                  {one.code} {one.name}
                </option>
              ))}
          </select>
          <button type="submit" className="btn" disabled={code === "" || loading}>
            Ajouter<span className="vh"> ce département</span>
          </button>
        </form>
      )}
    </>
  );
}
