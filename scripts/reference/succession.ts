import type { EtalabCommune } from "./etalab";

/**
 * Communes re-established after 2018: the contours, of COG 2018, draw them inside the commune nouvelle they
 * had left or would leave. No file of the sources dates these events; they are those of INSEE's COG.
 * The key is the commune without polygon, the value the current commune whose polygon holds it.
 */
export const HELD_BY: ReadonlyMap<string, string> = new Map([
  // Saline (14712) existed from 2017 to 31/12/2019, then Troarn (14712) and Sannerville again.
  ["14666", "14712"],
  // Neussargues en Pinatelle (15141) existed until 31/12/2024, then Neussargues-Moissac (15141) and four others.
  ["15031", "15141"],
  ["15035", "15141"],
  ["15047", "15141"],
  ["15171", "15141"],
  // Essarts en Bocage (85084) lost L'Oie and Sainte-Florence on 01/01/2024.
  ["85165", "85084"],
  ["85212", "85084"],
]);

/** Names under which the contours know the three polygons that hold them, which proves their extent of 2018. */
export const HOLDERS_IN_2018: ReadonlyMap<string, string> = new Map([
  ["14712", "Saline"],
  ["15141", "Neussargues en Pinatelle"],
  ["85084", "Essarts en Bocage"],
]);

/**
 * Which current commune each former code belongs to.
 *
 * `anciensCodes` follows mergers but not a later partial split: La Neuville-Garnier (60455) entered
 * Les Hauts-Talican in 2019 under the code 60054, which went back to Beaumont-les-Nonains in 2024, while
 * Les Hauts-Talican took 60694. The package's own record of a delegated or associated commune names the
 * commune it is part of today: where both exist and differ, that record is right.
 *
 * @throws Error when a code has two successors, or is that of a current commune too.
 */
export function successors(communes: readonly EtalabCommune[]): Map<string, string> {
  const current = new Set<string>();
  for (const { type, code } of communes) if (type === "commune-actuelle") current.add(code);

  const successor = new Map<string, string>();
  for (const { type, code, anciensCodes = [] } of communes) {
    if (type !== "commune-actuelle") continue;
    for (const former of anciensCodes) {
      if (successor.has(former)) throw new Error(`former code ${former} has two successors`);
      if (current.has(former)) throw new Error(`former code ${former} is a current commune`);
      successor.set(former, code);
    }
  }
  for (const { code, chefLieu } of communes) {
    if (chefLieu === undefined || current.has(code)) continue;
    if (!current.has(chefLieu)) throw new Error(`${code} is said to be part of ${chefLieu}, not a commune`);
    successor.set(code, chefLieu);
  }
  return successor;
}
