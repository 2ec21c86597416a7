"use client";

import { Icon, type IconName } from "../ui/Icon";
import { CommuneFinder, type FoundCommune } from "./CommuneFinder";
import type { Tool } from "./interactive";

interface ToolbarProps {
  readonly tool: Tool;
  readonly readOnly: boolean;
  readonly choose: (tool: Tool) => void;
  readonly pick: (commune: FoundCommune) => void;
}

const TOOLS: readonly { readonly tool: Tool; readonly label: string; readonly icon: IconName }[] = [
  { tool: "add", label: "Ajouter", icon: "plus" },
  { tool: "remove", label: "Retirer", icon: "minus" },
  { tool: "move", label: "Déplacer", icon: "move" },
];

/** What a click or a stroke on the map does. */
export function Toolbar({ tool, readOnly, choose, pick }: ToolbarProps) {
  return (
    <div className="te-bar scripted">
      {!readOnly && (
        <div className="te-seg" role="group" aria-label="Outil de la carte">
          {TOOLS.map((one) => (
            <button
              key={one.tool}
              type="button"
              className={one.tool === tool ? "btn pri" : "btn"}
              aria-pressed={one.tool === tool}
              onClick={() => choose(one.tool)}
            >
              <Icon name={one.icon} />
              {one.label}
            </button>
          ))}
        </div>
      )}
      <CommuneFinder pick={pick} />
      <a className="btn low" href="#liste">
        Liste au clavier
      </a>
    </div>
  );
}
