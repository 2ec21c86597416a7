/**
 * Le barème de l’avenant 2 à l’accord conventionnel interprofessionnel, en euros par an.
 *
 * How to review this file: each row reads « taille 1, taille 2, taille 3, taille 4 »;
 * V = verified (the source is named), D = derived by arithmetic, H = hypothesis to be confirmed.
 */
import { D, defineSchedule, H, V } from "../schedule";

const CONCOURS_MEDICAL = "leconcoursmedical.fr, 2020";
const CONTRATS = "Deux contrats de CPTS en vigueur en 2025-2027";
const PUY_DE_DOME =
  "ARS Auvergne-Rhône-Alpes et Assurance Maladie du Puy-de-Dôme, dossier de presse, janvier 2025";
const SUD_ARD_DROM =
  "ARS Auvergne-Rhône-Alpes et CPAM de l’Ardèche, communiqué du 07/12/2023 (CPTS Sud Ard’Drôm)";
const PORTE_DE_DROME_ARDECHE =
  "ARS Auvergne-Rhône-Alpes et CPAM de la Drôme, communiqué du 14/10/2024 (CPTS Porte de Drôme Ardèche)";
const RESTE = "Maximum publié, moins les lignes du barème";
const PROJET_2020 = "Projet d’avenant 2, novembre 2020 ; à confirmer sur le texte signé";

// prettier-ignore
export const aciAvenant2 = defineSchedule({
  id: "aci-avenant-2",
  label: "Avenant 2",
  effectiveFrom: "2022-04-01",
  source: {
    title: "Avenant 2 à l’accord conventionnel interprofessionnel, signé le 20/12/2021",
    reference: "JORF du 31/03/2022",
    date: "2022-03-31",
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
      line: "acces_soins",
      nature: "socle",
      fixed:    [H(50_000), H(55_000), V(90_000, CONTRATS), H(110_000)],
      variable: [H(15_000), H(37_500), V(35_000, CONTRATS), H(45_000)],
    },
    {
      line: "parcours",
      nature: "socle",
      fixedAndVariableEach: [H(25_000), H(35_000), V(45_000, CONTRATS), H(50_000)],
    },
    {
      line: "prevention",
      nature: "socle",
      fixedAndVariableEach: [H(10_000), H(12_500), V(17_500, CONTRATS), H(20_000)],
    },
    {
      // Volet fixe : le plan de réponse. Volet variable : seulement si l’ARS reconnaît une crise.
      line: "crise_sanitaire",
      nature: "socle",
      variableOnlyInCrisis: true,
      fixed:    [H(12_500), H(17_500), V(22_500, CONTRATS), H(27_500)],
      variable: [H(37_500), H(52_500), V(67_500, CONTRATS), H(82_500)],
    },
    {
      line: "qualite",
      nature: "complementaire",
      fixedAndVariableEach: [H(7_500), H(10_000), V(15_000, CONTRATS), H(20_000)],
    },
    {
      line: "accompagnement",
      nature: "complementaire",
      fixedAndVariableEach: [H(10_000), H(10_000), V(10_000, CONTRATS), H(12_500)],
    },
    {
      // Compte seulement quand les deux missions complémentaires sont engagées.
      line: "non_ventile",
      unknown: [D(17_500, RESTE), D(25_000, RESTE), D(0, RESTE), D(20_000, RESTE)],
    },
  ],

  // Toutes les missions, crise comprise.
  publishedMaxima: [V(287_500, PUY_DE_DOME), V(382_500, SUD_ARD_DROM), D(465_000, "Somme des lignes, lues dans deux contrats en vigueur"), V(580_000, PUY_DE_DOME)],

  publishedTotals: [
    {
      reading: "maximum_socle",
      amounts: [null, V(317_500, PORTE_DE_DROME_ARDECHE), null, null],
      readingIsOurs: true,
      note: "Le communiqué dit « un financement total de 317 500 € pour une année pleine » sans dire quelles missions : les lire comme les quatre missions socle, crise comprise, est notre lecture.",
    },
    {
      reading: "minimum_socle",
      amounts: [null, V(180_000, SUD_ARD_DROM), null, null],
      readingIsOurs: false,
      note: "« Un montant minimal de 180 000 euros par an pour les quatre premières missions » : fonctionnement et parts fixes.",
    },
    {
      reading: "start_socle",
      amounts: [null, V(150_000, PORTE_DE_DROME_ARDECHE), null, null],
      readingIsOurs: true,
      note: "« 150 000 € pour le démarrage des missions de la première année » : fonctionnement en entier et 75 % des parts fixes.",
    },
  ],

  derivedFigures: [
    {
      label: "Parts fixes des quatre missions socle ensemble",
      tier: 2,
      amount: D(120_000, "180 000 € publiés, moins 60 000 € de fonctionnement ; leur répartition reste une hypothèse"),
    },
  ],

  oneOffCredits: [
    {
      id: "fonctionnement_majore",
      label: "Fonctionnement majoré de 75 % l’année de la signature",
      condition: "contrats signés avant le 31/12/2021",
      paidAt: { event: "signature", from: null, before: "2021-12-31" },
      amounts: [H(37_500, PROJET_2020), H(45_000, PROJET_2020), H(56_250, PROJET_2020), H(67_500, PROJET_2020)],
    },
    {
      id: "lettre_intention",
      label: "Crédit à la lettre d’intention",
      condition: "à la lettre d’intention, en plus de l’aide au démarrage de l’ARS",
      paidAt: { event: "letter_of_intent", from: "2022-04-01", before: null },
      amounts: [H(15_000, PROJET_2020), H(17_500, PROJET_2020), H(25_000, PROJET_2020), H(30_000, PROJET_2020)],
    },
  ],

  notes: [
    "Les montants des missions en taille 3 sont ceux de deux contrats en vigueur ; ceux des autres tailles sont des hypothèses, sauf le fonctionnement.",
    "Taille 2 : le volet variable de l’accès aux soins dépasse celui de la taille 3 ; c’est le signe que la répartition, et non la somme, reste à corriger.",
    "Le non ventilé est une ligne à part, pour que le total rejoigne toujours le maximum publié ; il ne compte que si les deux missions complémentaires sont engagées.",
    "Exactement 80 000 habitants : les résumés publics ne disent pas la taille ; Maillage lit taille 2.",
    "Crédits versés une seule fois : projet de novembre 2020, à confirmer ; jamais ajoutés au dû.",
  ],
});
