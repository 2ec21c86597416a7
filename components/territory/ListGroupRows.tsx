"use client";

import { memo } from "react";
import { integer, list } from "@/lib/format/fr";
import { Num } from "../ui/Num";
import type { Epci } from "./atlas";
import type { ListGroup, ListRow } from "./list-rows";

interface ListGroupRowsProps {
  readonly group: ListGroup;
  /** The commune by which Tab enters the list, where it is in this group. */
  readonly entry: string | null;
  readonly readOnly: boolean;
  readonly whole: (epci: Epci, does: "add" | "remove") => void;
  readonly toggle: (code: string, does: "add" | "remove") => void;
  readonly enter: (code: string, held: boolean) => void;
  readonly leave: () => void;
}

/** An EPCI: how much of it is in, all of it at once, then its communes. */
export function ListGroupRows({ group, entry, readOnly, whole, ...acts }: ListGroupRowsProps) {
  const { epci, rows, held } = group;
  const total = epci.communes.length;
  const full = held === total && epci.elsewhere.length === 0;
  const acting = !readOnly && epci.complete;
  const missing = epci.elsewhere.map(({ communes, name }) => `${integer(communes)} en ${name}`);
  return (
    <tbody>
      <tr className="te-grp">
        <th colSpan={3} scope="rowgroup">
          {epci.name}
          {missing.length > 0 && <small> et {list(missing)}, hors de la carte</small>}
        </th>
        <td className="num">
          {integer(held)}
          {epci.complete && ` sur ${integer(total)}`}
        </td>
        <td className="num">
          {acting && (
            <>
              {held > 0 && (
                <button type="button" className="te-link" onClick={() => whole(epci, "remove")}>
                  Tout retirer<span className="vh"> de {epci.name}</span>
                </button>
              )}
              {!full && (
                <button type="button" className="te-link" onClick={() => whole(epci, "add")}>
                  Tout ajouter<span className="vh"> de {epci.name}</span>
                </button>
              )}
            </>
          )}
        </td>
      </tr>
      {rows.map((row) => (
        <CommuneRow key={row.code} {...row} tab={row.code === entry} readOnly={readOnly} {...acts} />
      ))}
    </tbody>
  );
}

interface CommuneRowProps
  extends ListRow, Pick<ListGroupRowsProps, "toggle" | "enter" | "leave" | "readOnly"> {
  readonly tab: boolean;
}

/** Drawn again only when what it shows changes: its handlers say the same whichever render made them. */
const CommuneRow = memo(
  function CommuneRow({
    code,
    name,
    population,
    held,
    state,
    look,
    tab,
    readOnly,
    ...acts
  }: CommuneRowProps) {
    return (
      <tr className={held ? "sel" : undefined}>
        <td>
          <input
            type="checkbox"
            checked={held}
            tabIndex={tab ? 0 : -1}
            aria-label={name}
            aria-describedby={`te-etat-${code}`}
            aria-disabled={readOnly || undefined}
            onChange={() => !readOnly && acts.toggle(code, held ? "remove" : "add")}
            onFocus={() => acts.enter(code, held)}
            onBlur={acts.leave}
          />
        </td>
        <th scope="row">{name}</th>
        <td>{code}</td>
        <td className="num">
          <Num>{integer(population)}</Num>
        </td>
        <td id={`te-etat-${code}`} className={look === "" ? "plain" : undefined}>
          {look === "" ? state : <span className={`chip ${look}`}>{state}</span>}
        </td>
      </tr>
    );
  },
  (a, b) =>
    a.held === b.held &&
    a.state === b.state &&
    a.tab === b.tab &&
    a.readOnly === b.readOnly &&
    a.population === b.population,
);
