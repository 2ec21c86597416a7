import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { EtalabCommune } from "./etalab";
import { SOURCES, VINTAGES } from "./places";

export interface Population {
  /** Municipal population (PMUN), inhabitants. */
  readonly count: number;
  readonly vintage: number;
}

/**
 * The municipal population of each commune, by INSEE code, as INSEE publishes it.
 *
 * INSEE's file counts Paris, Lyon and Marseille by arrondissement only: those are summed into their commune,
 * and the arrondissements are not communes of the result.
 *
 * @throws Error when a line is neither a current commune nor one of their arrondissements.
 */
export function readPopulations(communes: readonly EtalabCommune[]): Map<string, Population> {
  const current = new Set<string>();
  const communeOf = new Map<string, string>();
  for (const { type, code, commune } of communes) {
    if (type === "commune-actuelle") current.add(code);
    if (type === "arrondissement-municipal" && commune !== undefined) communeOf.set(code, commune);
  }
  const populations = new Map<string, Population>();
  const lines = [...rows("donnees_communes.csv"), ...rows("donnees_communes_mayotte.csv")];
  for (const { DEP, CODCOM, PMUN } of lines) {
    if (!DEP || !CODCOM || !/^\d+$/.test(PMUN ?? "")) {
      throw new Error(`INSEE population line without DEP, CODCOM or PMUN: ${DEP};${CODCOM};${PMUN}`);
    }
    // Mayotte's file leaves COM, the whole code, empty. Overseas CODCOM repeats the department's third digit.
    const inseeCode = DEP.slice(0, 2) + CODCOM;
    const code = communeOf.get(inseeCode) ?? inseeCode;
    if (!current.has(code)) throw new Error(`INSEE counts ${inseeCode}, which is no current commune`);
    populations.set(code, {
      count: (populations.get(code)?.count ?? 0) + Number(PMUN),
      vintage: DEP === "976" ? VINTAGES.populationMayotte : VINTAGES.population,
    });
  }
  return populations;
}

/** EPCI populations and sizes that INSEE gives for four departments, to check ours against. */
export function readKnownEpci(): { code: string; communes: number; population: number }[] {
  return rows("epci-4-departements.csv").map((row) => ({
    code: row["siren_epci"] ?? "",
    communes: Number(row["nb_communes_total"]),
    population: Number(row["pop_municipale_2023_epci"]),
  }));
}

function rows(file: string): Record<string, string | undefined>[] {
  return parse(readFileSync(join(SOURCES, file)), { columns: true, delimiter: ";", bom: true });
}
