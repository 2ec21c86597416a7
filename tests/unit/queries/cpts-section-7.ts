/**
 * What the public documents state of each CPTS, by hand, once: the read model and the page must both hold
 * every figure with its source. `figures` are the page's own words, [n] its reference to the source.
 */
export interface StatedOnPage {
  readonly slug: string;
  readonly name: string;
  /** The document each figure comes from. */
  readonly source: string;
  readonly figures: readonly string[];
}

const frame63 = (ref: number) => [
  `251 700 €[${ref}]`,
  `de 287 500 € à 580 000 € par an[${ref}]`,
  "À confirmer, compté à part 251 700 € à confirmer",
];

const listed = (slug: string, name: string, signed: string): StatedOnPage => ({
  slug,
  name,
  source: "Dossier sur les douze CPTS du Puy-de-Dôme",
  figures: [`Signature ${signed}[1]`, ...frame63(1)],
});

const IN_2020 = "2020, jour inconnu";
const THAT_WINTER = "déc. 2024 – janv. 2025";

export const SECTION_7: readonly StatedOnPage[] = [
  {
    slug: "porte-de-drome-ardeche",
    name: "Porte de Drôme Ardèche",
    source: "Communiqué sur la création de la CPTS Porte de Drôme Ardèche",
    figures: [
      "Drôme (26)[1], Ardèche (07)[1]",
      "Signature 14/10/2024[1]",
      "Habitants près de 47 000[1]",
      "Communes 35[1]",
      "Taille 2[1]",
      "Professionnels adhérents près de 50[1]",
      "150 000 €[1]",
      "jusqu’à 317 500 € par an[1]",
      "50 000 €[1]",
      "MSA, appui méthodologique",
    ],
  },
  {
    slug: "sud-ard-drom",
    name: "Sud Ard’Drôm",
    source: "Communiqué sur la création de la CPTS bi-départementale Sud Ard’Drôm",
    figures: [
      "Ardèche (07)[1], Drôme (26)[1]",
      "Signature 01/12/2023[1]",
      "Rendue publique le 07/12/2023",
      "Habitants plus de 45 500[1]",
      "Communes 17[1]",
      "Professionnels adhérents plus de 45[1]",
      "Professionnels du territoire 290[1]",
      "jusqu’à 382 500 € par an[1]",
      "au moins 180 000 € par an[1]",
      "15 000 €[1]",
      "Durée 5 ans",
    ],
  },
  {
    slug: "sud-allier",
    name: "Sud Allier",
    source: "Communiqué sur la signature du contrat de la CPTS Sud Allier",
    figures: [
      "Signature 17/06/2020[1]",
      "Professionnels du territoire 135[1]",
      "Infirmiers 60",
      "Masseurs-kinésithérapeutes 29",
      "Médecins généralistes 27",
      "Chirurgiens-dentistes 16",
      "Orthophonistes 3",
      "Équipes de soins primaires[1] 6",
      "Maisons de santé pluriprofessionnelles[1] 4",
      "Centres médico-psychologiques[1] 2",
      "Ambulances[1] 10",
      "Véhicules sanitaires légers[1] 17",
      "jusqu’à 185 000 € par an[1]",
      "15 000 €[1]",
      "Durée 5 ans",
    ],
  },
  {
    slug: "haute-combraille-et-volcans",
    name: "Haute-Combraille et Volcans",
    source: "Communiqué sur la signature du contrat de la CPTS Haute-Combraille et Volcans",
    figures: [
      "Signature 19/02/2020[1]",
      "Habitants 18 750[1]",
      "Communes 38[1]",
      "Professionnels du territoire 120[1]",
      "Infirmiers 43",
      "Médecins généralistes 23",
      "Masseurs-kinésithérapeutes 18",
      "Chirurgiens-dentistes 15",
      "Pharmaciens 10",
      "Sages-femmes 4",
      "Pédicures-podologues 4",
      "Orthophonistes 2",
      "Orthoptiste 1",
      "Maisons de santé pluriprofessionnelles[1] 2",
      "EHPAD[1], 312 lits 6",
      "Services d’aide à domicile[1] 4",
      "Service de soins infirmiers à domicile[1] 1",
      "jusqu’à 220 000 € par an[1]",
      "15 000 €[1]",
      ...frame63(3),
    ],
  },
  listed("bords-d-allier", "Bords-d’Allier", IN_2020),
  listed("sancy-ouest", "Sancy Ouest", IN_2020),
  listed("entre-limagne-et-livradois", "Entre-Limagne-et-Livradois", IN_2020),
  listed("thiers-dore-et-montagne", "Thiers Dore-et-Montagne", IN_2020),
  listed("nord-combrailles", "Nord Combrailles", THAT_WINTER),
  listed("val-d-allier-sud", "Val d’Allier Sud", THAT_WINTER),
  listed("val-d-artiere", "Val d’Artière", THAT_WINTER),
  listed("livradois-forez", "Livradois Forez", THAT_WINTER),
  listed("clermont-plus", "Clermont Plus", THAT_WINTER),
  listed("combrailles-limagne-et-volcans", "Combrailles Limagne et Volcans", THAT_WINTER),
  listed("sud-63", "Sud 63", THAT_WINTER),
  {
    slug: "royans-vercors",
    name: "Royans-Vercors",
    source: "Communiqué sur la création de la CPTS Royans-Vercors",
    figures: [
      "Signature 12/01/2024[1]",
      "Habitants près de 9 600[1]",
      "Communes 18[1]",
      "Sixième CPTS créée dans la Drôme",
    ],
  },
  {
    slug: "pilat",
    name: "Pilat",
    source: "Communiqué sur la signature du contrat de la CPTS Pilat",
    figures: [
      "Loire (42)[1], Ardèche (07)[1]",
      "Signature 02/07/2025[1]",
      "Habitants 24 765[1]",
      "Communes 23[1]",
      "17 des communes sont dans la Loire et 6 en Ardèche",
    ],
  },
];
