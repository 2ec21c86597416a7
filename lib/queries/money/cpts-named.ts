import { can, type Viewer } from "../../auth/can";
import type { DirectoryCpts } from "../../db/repositories/cpts-directory";
import { searchName } from "../../territory/search-name";

/** The CPTS whose payments the viewer may write. */
export const writableBy = (viewer: Viewer, all: readonly DirectoryCpts[]): DirectoryCpts[] =>
  all.filter(({ id, departments }) => can(viewer, "write", "payments", { cptsId: id, departments }));

/** Finds a CPTS by its address, its SIRET or its name, with or without « CPTS » before it: none, one, several. */
export function cptsFinder(directory: readonly DirectoryCpts[]): (text: string) => readonly DirectoryCpts[] {
  const known = new Map<string, DirectoryCpts[]>();
  const add = (key: string, one: DirectoryCpts) => {
    const held = known.get(key) ?? [];
    if (key !== "" && !held.includes(one)) known.set(key, [...held, one]);
  };
  for (const one of directory) {
    add(bareName(one.slug), one);
    add(bareName(one.name), one);
    if (one.siret !== null) add(one.siret, one);
  }
  return (text) => known.get(siretIn(text) ?? bareName(text)) ?? [];
}

const bareName = (text: string): string => searchName(text).replace(/^cpts (?=.)/, "");

function siretIn(text: string): string | null {
  const digits = text.replace(/[\s\u00a0\u202f]/g, "");
  return /^\d{14}$/.test(digits) ? digits : null;
}
