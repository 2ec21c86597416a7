import type { ImportKind } from "../import/columns";

export const IMPORT_KIND: Readonly<Record<ImportKind, { readonly name: string; readonly meaning: string }>> =
  {
    territory: { name: "Territoires", meaning: "une ligne par CPTS et par commune" },
    cpts: {
      name: "CPTS",
      meaning: "une ligne par CPTS\u00a0: départements, étape et dates, taille, coordonnées",
    },
    polygons: {
      name: "Contours (GeoJSON)",
      meaning: "une couche\u00a0: le territoire et l’étape de chaque CPTS",
    },
    professionals: {
      name: "Professionnels",
      meaning: "une ligne par CPTS et profession, ou une colonne par profession",
    },
  };

export const OUTCOME = {
  created: "Créée",
  changed: "Changée",
  unchanged: "Inchangée",
  refused: "Refusée",
} as const;

/** What is wrong in a cell, after the name of its column; the value is said once. */
export function faultWords({ value, message }: { readonly value: string; readonly message: string }): string {
  const shown = `«\u00a0${value}\u00a0»`;
  return value === "" || message.includes(shown) ? message : `${shown} ${message}`;
}
