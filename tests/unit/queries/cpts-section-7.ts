/**
 * What the public documents state of each CPTS, by hand, once: the read model and the page must both hold
 * every figure with its source. `words` is how the page prints it.
 */
export interface StatedOnPage {
  readonly slug: string;
  readonly name: string;
  /** The document each figure comes from. */
  readonly source: string;
  readonly figures: readonly string[];
}

const euros = (text: string) => `${text} €`;

const FRAME_63 = [euros("251 700"), euros("287 500"), euros("580 000")];

const listed = (slug: string, name: string, signed: string): StatedOnPage => ({
  slug,
  name,
  source: "Dossier sur les douze CPTS du Puy-de-Dôme",
  figures: [signed, ...FRAME_63],
});

const IN_2020 = "2020, jour inconnu";
const THAT_WINTER = "déc. 2024 – janv. 2025";

export const SECTION_7: readonly StatedOnPage[] = [
  {
    slug: "porte-de-drome-ardeche",
    name: "Porte de Drôme Ardèche",
    source: "Communiqué sur la création de la CPTS Porte de Drôme Ardèche",
    figures: [
      "14/10/2024",
      "près de 47 000",
      "taille 2, écrite par la source",
      "35",
      "près de 50",
      euros("150 000"),
      euros("317 500"),
      euros("50 000"),
      "MSA, appui méthodologique",
    ],
  },
  {
    slug: "sud-ard-drom",
    name: "Sud Ard’Drôm",
    source: "Communiqué sur la création de la CPTS bi-départementale Sud Ard’Drôm",
    figures: [
      "01/12/2023",
      "07/12/2023",
      "plus de 45 500",
      "17",
      "plus de 45",
      "290",
      euros("382 500"),
      euros("180 000"),
      euros("15 000"),
      "5 ans",
    ],
  },
  {
    slug: "sud-allier",
    name: "Sud Allier",
    source: "Communiqué sur la signature du contrat de la CPTS Sud Allier",
    figures: [
      "17/06/2020",
      "135",
      "27",
      "60",
      "29",
      "16",
      "3",
      "6",
      "4",
      "2",
      "10",
      "17",
      euros("185 000"),
      euros("220 000"),
      euros("15 000"),
      "5 ans",
    ],
  },
  {
    slug: "haute-combraille-et-volcans",
    name: "Haute-Combraille et Volcans",
    source: "Communiqué sur la signature du contrat de la CPTS Haute-Combraille et Volcans",
    figures: [
      "19/02/2020",
      "18 750",
      "38",
      "120",
      "23",
      "43",
      "10",
      "15",
      "4",
      "18",
      "2",
      "1",
      "6",
      "312 lits",
      euros("220 000"),
      euros("15 000"),
      ...FRAME_63,
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
    figures: ["12/01/2024", "près de 9 600", "18"],
  },
  {
    slug: "pilat",
    name: "Pilat",
    source: "Communiqué sur la signature du contrat de la CPTS Pilat",
    figures: ["02/07/2025", "24 765", "23", "17 des communes sont dans la Loire et 6 en Ardèche"],
  },
];

/** French figures hold no-break spaces; a test compares words. */
export const plain = (text: string): string => text.replace(/[\u00a0\u202f\s]+/g, " ").trim();
