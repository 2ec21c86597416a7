/** The words of the record as its people keep it. */
import type { Section } from "../record/sections";

export const SECTION: Readonly<Record<Section, string>> = {
  identity: "Identité et contacts",
  territory: "Territoire",
  professionals: "Professionnels",
  partners: "Structures partenaires",
  project: "Projet de santé",
  missions: "Missions",
  contract: "Étapes et contrat",
};

/** The section in an address. */
export const SECTION_SLUG: Readonly<Record<Section, string>> = {
  identity: "identite",
  territory: "territoire",
  professionals: "professionnels",
  partners: "structures",
  project: "projet",
  missions: "missions",
  contract: "contrat",
};

export function sectionOfSlug(slug: string): Section | null {
  const found = (Object.keys(SECTION_SLUG) as Section[]).find((section) => SECTION_SLUG[section] === slug);
  return found ?? null;
}
