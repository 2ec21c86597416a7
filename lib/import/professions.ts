import { PROFESSIONS, type Profession } from "../record/cpts";
import { searchName } from "../territory/search-name";

/** A column that counts one profession. */
export type ProfessionField = `profession:${Profession}`;

/** As files write each profession, without accents nor capitals, singular first; plurals are made. */
const WORDS: Readonly<Record<Profession, readonly [label: string, ...written: string[]]>> = {
  medecin_generaliste: [
    "Médecins généralistes",
    "medecin generaliste",
    "generaliste",
    "medecin traitant",
    "medecine generale",
    "mg",
    "omnipraticien",
  ],
  medecin_specialiste: [
    "Autres médecins spécialistes",
    "medecin specialiste",
    "specialiste",
    "autre specialiste",
    "autre medecin specialiste",
    "autre medecin",
  ],
  infirmier: [
    "Infirmiers",
    "infirmier",
    "infirmiere",
    "infirmier e",
    "ide",
    "idel",
    "infirmier liberal",
    "infirmier diplome d etat",
    "ipa",
  ],
  pharmacien: ["Pharmaciens", "pharmacien", "pharmacienne"],
  chirurgien_dentiste: ["Chirurgiens-dentistes", "chirurgien dentiste", "dentiste", "cd"],
  sage_femme: ["Sages-femmes", "sage femme", "sages femmes", "maieuticien", "sf"],
  masseur_kinesitherapeute: [
    "Masseurs-kinésithérapeutes",
    "masseur kinesitherapeute",
    "kinesitherapeute",
    "kine",
    "mk",
    "mkde",
  ],
  pedicure_podologue: ["Pédicures-podologues", "pedicure podologue", "podologue", "pedicure", "pp"],
  orthophoniste: ["Orthophonistes", "orthophoniste"],
  orthoptiste: ["Orthoptistes", "orthoptiste"],
  biologiste: ["Biologistes", "biologiste", "biologiste medical"],
  ergotherapeute: ["Ergothérapeutes", "ergotherapeute", "ergo"],
  psychomotricien: ["Psychomotriciens", "psychomotricien", "psychomotricienne"],
  dieteticien: ["Diététiciens", "dieteticien", "dieteticienne", "dieteticien nutritionniste"],
  psychologue: ["Psychologues", "psychologue"],
  autre: ["Autres professionnels", "autre", "autre professionnel", "autre profession", "autre ps"],
};

const plural = (words: string): string =>
  words
    .split(" ")
    .map((word) => (/[sx]$|^(d|de|l|e|en)$/.test(word) ? word : `${word}s`))
    .join(" ");

/** « nombre de médecins généralistes », « nb MG » are headings of a column that counts them. */
export const PROFESSION_HEADINGS = PROFESSIONS.map((profession) => {
  const [label, ...written] = WORDS[profession];
  const names = [...new Set([...written, ...written.map(plural), searchName(label), searchName(profession)])];
  const counted = names.flatMap((name) => [
    name,
    `nombre de ${name}`,
    `nombre d ${name}`,
    `nb ${name}`,
    `nb de ${name}`,
  ]);
  return { key: `profession:${profession}` as ProfessionField, label, headings: counted };
});

const BY_NAME: ReadonlyMap<string, Profession> = new Map(
  PROFESSION_HEADINGS.flatMap(({ key, headings }) =>
    headings.map((heading): [string, Profession] => [heading, key.slice("profession:".length) as Profession]),
  ),
);

/** The profession that a cell names; null where it names none. « Infirmier(ère) », « Infirmier.e.s » are one. */
export function readProfession(text: string): Profession | null {
  const bare = text
    .replace(/\([^)]*\)/g, "")
    .replace(/[·.](e|es|ne|nes|s|ère|ères)(?![a-zà-ÿ])/gi, "")
    .replace(/[·.]s(?![a-zà-ÿ])/gi, "");
  return BY_NAME.get(searchName(text)) ?? BY_NAME.get(searchName(bare)) ?? null;
}
