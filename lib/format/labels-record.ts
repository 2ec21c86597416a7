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
  indicators: "Indicateurs",
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
  indicators: "indicateurs",
};

export function sectionOfSlug(slug: string): Section | null {
  const found = (Object.keys(SECTION_SLUG) as Section[]).find((section) => SECTION_SLUG[section] === slug);
  return found ?? null;
}

/** What each section is for, in a sentence. */
export const SECTION_PURPOSE: Readonly<Record<Section, string>> = {
  identity: "Qui est la CPTS et comment la joindre. Prend effet dès l’enregistrement.",
  territory:
    "Les communes de la CPTS, à la date où elles le deviennent. Soumis à l’accord de l’ARS ou de la CPAM.",
  professionals: "Qui adhère à la CPTS et qui exerce sur son territoire. Prend effet dès l’enregistrement.",
  partners: "Avec quelles structures la CPTS travaille. Prend effet dès l’enregistrement.",
  project: "Ce que la CPTS veut faire, axe par axe. Prend effet dès l’enregistrement.",
  missions:
    "Les missions de l’ACI engagées, leurs objectifs et leur démarrage. Soumis à l’accord de l’ARS ou de la CPAM.",
  contract:
    "Le parcours de la CPTS, ses contrats et leurs montants. Soumis à l’accord de l’ARS ou de la CPAM.",
  indicators:
    "Ce qui mesure le volet variable de chaque mission\u00a0: indicateurs de l’annexe et paliers. Soumis à l’accord de l’ARS ou de la CPAM.",
};
