/**
 * Le barème de l’accord conventionnel interprofessionnel de 2019, en euros par an.
 *
 * How to review this file: each row reads « taille 1, taille 2, taille 3, taille 4 »;
 * V = verified (the source is named), D = derived by arithmetic, H = hypothesis to be confirmed.
 */
import { D, defineSchedule, H, V } from "../schedule";

const CONCOURS_MEDICAL = "leconcoursmedical.fr, 2020";
const QUOTIDIEN = "lequotidiendumedecin.fr, 21/11/2019";
const SUD_ALLIER = "ARS Auvergne-Rhône-Alpes, communiqué sur la signature du 17/06/2020 (CPTS Sud Allier)";
const HAUTE_COMBRAILLE =
  "ARS Auvergne-Rhône-Alpes, communiqué sur la signature du 19/02/2020 (CPTS Haute-Combraille et Volcans)";

// prettier-ignore
export const aci2019 = defineSchedule({
  id: "aci-2019",
  label: "ACI 2019",
  effectiveFrom: "2019-08-25",
  source: {
    title: "Accord conventionnel interprofessionnel du 20/06/2019, arrêté du 21/08/2019",
    reference: "NOR SSAS1924409A, JORF n° 0196 du 24/08/2019",
    date: "2019-08-24",
  },
  verifiedOn: "2026-11-23",

  sizes: [
    { tier: 1, label: "moins de 40 000 habitants",       from: 0,       to: 39_999 },
    { tier: 2, label: "de 40 000 à 80 000 habitants",    from: 40_000,  to: 80_000,
      note: "Exactement 80 000 habitants : taille 2, lecture de Maillage." },
    { tier: 3, label: "plus de 80 000, jusqu’à 175 000 habitants", from: 80_001, to: 175_000 },
    { tier: 4, label: "plus de 175 000 habitants",       from: 175_001, to: null },
  ],

  lines: [
    {
      line: "fonctionnement",
      fixed: [V(50_000, CONCOURS_MEDICAL), V(60_000, CONCOURS_MEDICAL), V(75_000, CONCOURS_MEDICAL), V(90_000, CONCOURS_MEDICAL)],
    },
    {
      // La compensation des soins non programmés (SNP) est comprise.
      line: "acces_soins",
      nature: "socle",
      fixed:    [H(50_000), H(55_000), H(90_000), H(110_000)],
      variable: [H(15_000), H(37_500), H(35_000), H(45_000)],
    },
    {
      line: "parcours",
      nature: "socle",
      fixedAndVariableEach: [H(25_000), H(35_000), H(45_000), H(50_000)],
    },
    {
      line: "prevention",
      nature: "socle",
      fixedAndVariableEach: [H(10_000), H(12_500), H(17_500), H(20_000)],
    },
    {
      line: "qualite",
      nature: "complementaire",
      fixedAndVariableEach: [H(7_500), H(10_000), H(15_000), H(20_000)],
    },
    {
      line: "accompagnement",
      nature: "complementaire",
      fixedAndVariableEach: [H(10_000), H(10_000), H(10_000), H(12_500)],
    },
  ],

  // Toutes les missions.
  publishedMaxima: [V(220_000, `${HAUTE_COMBRAILLE} ; ${QUOTIDIEN}`), V(287_500, QUOTIDIEN), V(370_000, QUOTIDIEN), V(450_000, QUOTIDIEN)],

  publishedTotals: [
    {
      reading: "maximum_socle",
      amounts: [V(185_000, SUD_ALLIER), null, null, null],
      readingIsOurs: true,
      note: "Le communiqué dit « jusqu’à 185 000 € par an » et présente aussi les deux missions complémentaires : les lire comme non comprises est notre lecture, la seule que le barème rejoigne.",
    },
  ],

  derivedFigures: [
    {
      label: "Les deux missions complémentaires ensemble",
      tier: 1,
      amount: D(35_000, "220 000 € avec les missions complémentaires, moins 185 000 € sans elles"),
    },
  ],

  oneOffCredits: [],

  notes: [
    "Taille 2 : la presse imprime 287 000 € ; le barème donne 287 500 €.",
    "Taille 3 : les lignes font 375 000 € alors que la presse imprime 370 000 € ; l’écart de 5 000 € est montré, non caché.",
    "Exactement 80 000 habitants : les résumés publics ne disent pas la taille ; Maillage lit taille 2.",
  ],
});
