import { searchName } from "../territory/search-name";

interface Department {
  readonly code: string;
  readonly name: string;
}

export interface ResolvedDepartment {
  readonly code: string;
  /** What was understood; null where the file gives the code as it is. */
  readonly said: string | null;
}

/** A department by its code or its name, alone in a cell: « 63 », « Puy de Dôme », « 63 - Puy-de-Dôme », « 2a ». */
export function resolveDepartment(
  text: string,
  departments: readonly Department[],
): ResolvedDepartment | { readonly fault: string } {
  const name = searchName(text).replace(/^(departement|dept|dep) (?=\S)(de la |de l |du |des |de |d )?/, "");
  const first = /^(\d{1,3}|2[ab])(?: |$)(.*)$/.exec(name) ?? /^(.*) (\d{2,3}|2[ab])$/.exec(name);
  const [code, rest] = first ? codeFirst(first[1] ?? "", first[2] ?? "") : ["", name];
  const byCode = departments.find(
    (one) => one.code === (code.length === 1 ? `0${code}` : code).toUpperCase(),
  );
  const byName = departments.find((one) => bare(one.name) === bare(rest));
  if (/^(20|corse)$/.test(code || name)) {
    return {
      fault: `«\u00a0${text.trim()}\u00a0» désigne deux départements\u00a0: écrivez 2A (Corse-du-Sud) ou 2B (Haute-Corse)`,
    };
  }
  if (byCode && byName && byCode !== byName) {
    return {
      fault: `le code ${byCode.code} est celui de ${byCode.name}, pas de ${byName.name}\u00a0: corrigez l’un ou l’autre`,
    };
  }
  const found = byCode ?? (code === "" ? byName : undefined);
  if (!found)
    return {
      fault: `«\u00a0${text.trim().slice(0, 60)}\u00a0» n’est pas un département\u00a0: écrivez son code, par exemple 63`,
    };
  return { code: found.code, said: text.trim() === found.code ? null : `${found.name} (${found.code})` };
}

const codeFirst = (a: string, b: string): readonly [code: string, rest: string] =>
  /^(\d{1,3}|2[ab])$/.test(a) ? [a, b] : [b, a];

const bare = (name: string): string => searchName(name).replace(/^(le|la|les|l) (?=reunion)/, "");

/** Those of a cell that gives several: « 07, 26 », « Drôme / Ardèche », one after another. */
export function resolveDepartments(
  text: string,
  departments: readonly Department[],
): readonly (ResolvedDepartment | { readonly fault: string })[] {
  const parts = text.split(/[,;/|+\n]|\bet\b(?= \d)|(?<=\d) et /).filter((part) => searchName(part) !== "");
  return parts.map((part) => resolveDepartment(part, departments));
}
