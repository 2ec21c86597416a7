import { searchName } from "../territory/search-name";

/** The sentences of a report about the communes of a file. */
interface Named {
  readonly code: string;
  readonly name: string;
}

const MOST_LISTED = 6;

export const shown = ({ code, name }: Named): string => `${name} (${code})`;

/** « Riom (63300), Mozac (63245) et 3 autres » */
export function listed(communes: readonly Named[]): string {
  const first = communes.slice(0, MOST_LISTED).map(shown).join(", ");
  const more = communes.length - MOST_LISTED;
  return more > 0 ? `${first} et ${more} autre${more > 1 ? "s" : ""}` : first;
}

export const repairedSaid = (written: string, commune: Named): string =>
  `code ${written} sans son zéro\u00a0: ${shown(commune)}`;

export function formerSaid(code: string | null, name: string, commune: Named): string {
  const subject = [
    code === null ? "ancien nom" : `ancien code ${code}`,
    name === "" ? "" : `«\u00a0${name}\u00a0»`,
  ];
  return `${subject.filter((part) => part !== "").join(" ")}\u00a0: aujourd’hui ${shown(commune)}`;
}

export const partSaid = (label: string, city: Named): string =>
  `${label}\u00a0: une partie de ${shown(city)}`;

/** Null where it is written as the reference writes it, accents and capitals aside. */
export const nameOnly = (written: string, commune: Named): string | null =>
  searchName(written) === searchName(commune.name)
    ? null
    : `«\u00a0${written}\u00a0»\u00a0: ${shown(commune)}`;
