import { formerSaid, listed, nameOnly, partSaid, repairedSaid } from "./commune-words";
import { communeName, looseName, partOf, splitCode } from "./commune-names";

export { resolveDepartment, resolveDepartments, type ResolvedDepartment } from "./departments";

/** A commune of the reference as an import needs it; `prisma/reference/communes.json`, row by row. */
export interface ReferenceCommune {
  readonly code: string;
  readonly name: string;
  readonly departmentCode: string;
  readonly postalCodes: readonly string[];
  readonly formerCodes: readonly (readonly [code: string, name: string | null])[];
}

type Several = ReadonlyMap<string, readonly ReferenceCommune[]>;

/** What {@link resolveCommune} looks in; made once by {@link communeIndex}. */
export interface CommuneIndex {
  readonly byCode: ReadonlyMap<string, ReferenceCommune>;
  readonly byFormerCode: Several;
  /** By the name as it is compared; of a commune of today. */
  readonly byName: Several;
  /** The same without articles. */
  readonly byLooseName: Several;
  readonly byFormerName: Several;
  readonly byPostalCode: Several;
}

export interface CommuneWanted {
  readonly code?: string;
  readonly name?: string;
  /** A department's code: tells communes of one name apart. */
  readonly department?: string;
  readonly postalCode?: string;
}

export interface ResolvedCommune {
  readonly code: string;
  readonly name: string;
  readonly how: "same" | "former_code" | "former_name" | "arrondissement" | "name" | "repaired_code";
  /** True where only a part of the commune is named: an arrondissement. */
  readonly partial: boolean;
  /** What was understood, for the report; null where the file says it as the reference does. */
  readonly said: string | null;
}

export interface Fault {
  readonly fault: string;
}

export function communeIndex(communes: readonly ReferenceCommune[]): CommuneIndex {
  const several = (keys: (commune: ReferenceCommune) => readonly string[]): Several => {
    const found = new Map<string, ReferenceCommune[]>();
    for (const commune of communes) {
      for (const key of new Set(keys(commune))) {
        const same = found.get(key);
        if (same) same.push(commune);
        else found.set(key, [commune]);
      }
    }
    return found;
  };
  return {
    byCode: new Map(communes.map((commune) => [commune.code, commune])),
    byFormerCode: several(({ formerCodes }) => formerCodes.map(([code]) => code)),
    byName: several(({ name }) => [communeName(name)]),
    byLooseName: several(({ name }) => [looseName(name)]),
    byFormerName: several(({ formerCodes }) =>
      formerCodes.flatMap(([, name]) => (name === null ? [] : [looseName(name)])),
    ),
    byPostalCode: several(({ postalCodes }) => postalCodes),
  };
}

/** The commune of today that a row names, by its code and its name where it gives both, which must agree. */
export function resolveCommune(wanted: CommuneWanted, reference: CommuneIndex): ResolvedCommune | Fault {
  const split = splitCode(wanted.name ?? "");
  const isInsee = split.code !== null && reference.byCode.has(split.code);
  const code = cleanCode(wanted.code ?? "") || (isInsee ? (split.code ?? "") : "");
  const name = split.name;
  const postalCode = (wanted.postalCode ?? "").trim() || (isInsee ? "" : (split.code ?? ""));
  if (code !== "") return byCode(code, name, reference);
  if (name !== "") return byName(name, { department: wanted.department ?? "", postalCode }, reference);
  if (postalCode !== "") return byPostalCode(postalCode, reference);
  return { fault: "aucune commune n’est indiquée\u00a0: donnez son code INSEE ou son nom" };
}

const cleanCode = (text: string): string => text.replace(/[\s\u00a0\u202f']/g, "").toUpperCase();

function byCode(written: string, name: string, reference: CommuneIndex): ResolvedCommune | Fault {
  const found = codeFound(written, name, reference);
  if ("fault" in found || name === "" || agrees(name, written, found, reference)) return found;
  return {
    fault: `le code ${written} est celui de ${found.name}, pas de «\u00a0${name.slice(0, 60)}\u00a0»\u00a0: corrigez l’un ou l’autre`,
  };
}

function codeFound(written: string, name: string, reference: CommuneIndex): ResolvedCommune | Fault {
  const part = partOf(written);
  const city = part && reference.byCode.get(part.commune);
  if (part && city) return partial(city, part.label);
  const code = /^\d{4}$/.test(written) ? `0${written}` : written;
  const today = reference.byCode.get(code);
  if (today) {
    const isRepaired = code !== written;
    const said = isRepaired ? repairedSaid(written, today) : null;
    return { ...named(today), how: isRepaired ? "repaired_code" : "same", partial: false, said };
  }
  const [only, ...others] = reference.byFormerCode.get(code) ?? [];
  if (only && others.length === 0) {
    const former = only.formerCodes.find(([one]) => one === code)?.[1] ?? null;
    return {
      ...named(only),
      how: "former_code",
      partial: false,
      said: formerSaid(code, former ?? name, only),
    };
  }
  if (only)
    return {
      fault: `le code ${written} a été partagé entre ${listed([only, ...others])}\u00a0: indiquez laquelle`,
    };
  const postal = reference.byPostalCode.get(code) ?? [];
  return {
    fault:
      postal.length > 0
        ? `«\u00a0${written}\u00a0» est un code postal, pas un code INSEE\u00a0: ${listed(postal)}`
        : `«\u00a0${written.slice(0, 30)}\u00a0» n’est le code INSEE d’aucune commune, ni d’aujourd’hui ni d’autrefois`,
  };
}

/** Whether a name may stand beside what its code was found to be. */
function agrees(name: string, written: string, found: ResolvedCommune, reference: CommuneIndex): boolean {
  const commune = reference.byCode.get(found.code);
  if (!commune) return false;
  const loose = looseName(name);
  const part = partOf(name);
  if (part) return part.commune === found.code;
  if (loose === looseName(commune.name)) return true;
  const former = commune.formerCodes.filter(([, one]) => one !== null && looseName(one) === loose);
  if (former.length > 0) return true;
  // The reference knows half of the former names: a name that no commune bears may well be one of the others.
  const isUnnamed = commune.formerCodes.some(([code, one]) => code === written && one === null);
  return found.how === "former_code" && isUnnamed && !reference.byLooseName.has(loose);
}

function byName(
  name: string,
  near: { readonly department: string; readonly postalCode: string },
  reference: CommuneIndex,
): ResolvedCommune | Fault {
  const part = partOf(name);
  const city = part && reference.byCode.get(part.commune);
  if (part && city) return partial(city, part.label);
  const narrowed = (found: readonly ReferenceCommune[]): readonly ReferenceCommune[] =>
    found.filter(
      (commune) =>
        (near.department === "" || commune.departmentCode === near.department) &&
        (near.postalCode === "" || commune.postalCodes.includes(near.postalCode)),
    );
  const today = [reference.byName.get(communeName(name)), reference.byLooseName.get(looseName(name))]
    .map((found) => narrowed(found ?? []))
    .find(({ length }) => length > 0);
  const found = today ?? narrowed(reference.byFormerName.get(looseName(name)) ?? []);
  const [only, ...others] = found;
  if (only && others.length > 0) {
    return {
      fault: `plusieurs communes se nomment «\u00a0${name.slice(0, 60)}\u00a0»\u00a0: ${listed(found)}\u00a0; indiquez le code INSEE`,
    };
  }
  if (only && today) return { ...named(only), how: "name", partial: false, said: nameOnly(name, only) };
  if (only) {
    return { ...named(only), how: "former_name", partial: false, said: formerSaid(null, name, only) };
  }
  return { fault: unknownName(name, near, reference) };
}

function unknownName(
  name: string,
  { department, postalCode }: { readonly department: string; readonly postalCode: string },
  reference: CommuneIndex,
): string {
  const elsewhere =
    reference.byLooseName.get(looseName(name)) ?? reference.byFormerName.get(looseName(name)) ?? [];
  const where = [
    ...(department === "" ? [] : [`du département ${department}`]),
    ...(postalCode === "" ? [] : [`au code postal ${postalCode}`]),
  ].join(" ");
  const shown = `«\u00a0${name.slice(0, 60)}\u00a0»`;
  return elsewhere.length > 0 && where !== ""
    ? `${shown} n’est le nom d’aucune commune ${where}, mais ailleurs de ${listed(elsewhere)}\u00a0: indiquez le code INSEE`
    : `${shown} n’est le nom d’aucune commune${where === "" ? "" : ` ${where}`}\u00a0: vérifiez son orthographe, ou indiquez le code INSEE`;
}

function byPostalCode(written: string, reference: CommuneIndex): ResolvedCommune | Fault {
  const code = /^\d{4}$/.test(written) ? `0${written}` : written;
  const found = reference.byPostalCode.get(code) ?? [];
  const [only, ...others] = found;
  if (!only) return { fault: `«\u00a0${written.slice(0, 30)}\u00a0» n’est le code postal d’aucune commune` };
  if (others.length > 0) {
    return {
      fault: `le code postal ${code} est celui de ${listed(found)}\u00a0: indiquez le code INSEE ou le nom`,
    };
  }
  return {
    ...named(only),
    how: "name",
    partial: false,
    said: `code postal ${code}\u00a0: ${only.name} (${only.code})`,
  };
}

const named = ({ code, name }: ReferenceCommune): { readonly code: string; readonly name: string } => ({
  code,
  name,
});

const partial = (city: ReferenceCommune, label: string): ResolvedCommune => ({
  ...named(city),
  how: "arrondissement",
  partial: true,
  said: partSaid(label, city),
});
