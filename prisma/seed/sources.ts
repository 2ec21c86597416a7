import { monthSpan, span } from "../../lib/kernel/date";
import type { Source } from "../../lib/record/sources";

/**
 * The documents that the seed stands on. A press release is dated by the day it announces, as it says
 * itself; where it has an address of its own it is given, otherwise null. `reference` gives the title
 * that the document bears and the name of its text file.
 */
export const SOURCES: readonly Source[] = [
  {
    id: "seed-000",
    kind: "press_release",
    title: "Communiqué sur la création de la CPTS Porte de Drôme Ardèche",
    publisher: "ARS Auvergne-Rhône-Alpes et CPAM de la Drôme",
    published: span("2024-10-14"),
    url: null,
    reference:
      "« Accès aux soins dans la Drôme : Création d’une nouvelle Communauté Professionnelle Territoriale de Santé (CPTS) sur le territoire de Porte de Drôme Ardèche », fichier 000_97326199ca0e6a3b.txt",
  },
  {
    id: "seed-001",
    kind: "press_release",
    title: "Communiqué sur la création de la CPTS bi-départementale Sud Ard’Drôm",
    publisher: "ARS Auvergne-Rhône-Alpes et CPAM de l’Ardèche",
    published: span("2023-12-07"),
    url: null,
    reference:
      "« Accès aux soins en Drôme-Ardèche : Création d’une nouvelle Communauté professionnelle territoriale de santé (CPTS) bi-départementale au service des patients », fichier 001_66e45487518d8bfb.txt",
  },
  {
    id: "seed-002",
    kind: "press_release",
    title: "Communiqué sur la signature du contrat de la CPTS Sud Allier",
    publisher: "ARS Auvergne-Rhône-Alpes et CPAM de l’Allier",
    published: span("2020-06-17"),
    url: null,
    reference:
      "« Signature du premier contrat finançant une communauté professionnelle territoriale de santé dans l’Allier (03) », fichier 002_c43e30cce2c0f737.txt",
  },
  {
    id: "seed-003",
    kind: "press_release",
    title: "Dossier sur les douze CPTS du Puy-de-Dôme",
    publisher: "CPAM du Puy-de-Dôme et ARS Auvergne-Rhône-Alpes",
    // The document bears no date: January 2025 is the last month it names, and its figures' date.
    published: monthSpan(2025, 1),
    url: null,
    reference:
      "« Les CPTS du Puy-de-Dôme », rubrique d’un dossier sans date ni titre lisibles, fichier 003_b3796a70d6674b36.txt",
  },
  {
    id: "seed-004",
    kind: "press_release",
    title: "Communiqué sur la signature du contrat de la CPTS Haute-Combraille et Volcans",
    publisher: "ARS Auvergne-Rhône-Alpes et CPAM du Puy-de-Dôme",
    published: span("2020-02-19"),
    url: null,
    reference:
      "« Signature du premier contrat finançant une communauté professionnelle territoriale de santé dans le Puy-de-Dôme (63) », fichier 004_9007f7597963d522.txt",
  },
  {
    id: "ars-royans-vercors",
    kind: "press_release",
    title: "Communiqué sur la création de la CPTS Royans-Vercors",
    publisher: "ARS Auvergne-Rhône-Alpes",
    published: span("2024-01-12"),
    url: "https://www.auvergne-rhone-alpes.ars.sante.fr/acces-aux-soins-dans-la-drome-creation-dune-nouvelle-communaute-professionnelle-territoriale-de",
    reference: null,
  },
  {
    id: "ars-pilat",
    kind: "press_release",
    title: "Communiqué sur la signature du contrat de la CPTS Pilat",
    publisher: "ARS Auvergne-Rhône-Alpes",
    published: span("2025-07-02"),
    url: "https://www.auvergne-rhone-alpes.ars.sante.fr/signature-de-la-communaute-professionnelle-territoriale-de-sante-pilat-2025",
    reference: null,
  },
  {
    id: "senat-r25-032",
    kind: "report",
    title: "Rapport d’information sur les communautés professionnelles territoriales de santé",
    publisher: "Sénat, mission d’évaluation et de contrôle de la sécurité sociale",
    published: span("2025-10-15"),
    url: "https://www.senat.fr/rap/r25-032/r25-0320.html",
    reference: "r25-032, n° 32 (2025-2026)",
  },
  {
    id: "aci-2019",
    kind: "law",
    title: "Accord conventionnel interprofessionnel du 20 juin 2019, approuvé par l’arrêté du 21 août 2019",
    publisher: "Journal officiel de la République française",
    published: span("2019-08-24"),
    url: null,
    reference: "NOR SSAS1924409A, JORF n° 0196 du 24/08/2019",
  },
  {
    id: "aci-avenant-2",
    kind: "law",
    title: "Avenant n° 2 à l’accord conventionnel interprofessionnel, signé le 20 décembre 2021",
    publisher: "Journal officiel de la République française",
    published: span("2022-03-31"),
    url: null,
    reference: "JORF du 31/03/2022",
  },
  {
    id: "paps-hauts-de-france",
    kind: "website",
    title: "Missions d’une CPTS et délais de démarrage",
    publisher: "Portail d’accompagnement des professionnels de santé, Hauts-de-France",
    published: span("2023-11-30"),
    url: "hauts-de-france.paps.sante.fr",
    reference: null,
  },
  {
    id: "insee-pmun-2023",
    kind: "reference_data",
    title: "Populations de référence : population municipale (PMUN)",
    publisher: "INSEE",
    published: null,
    url: null,
    reference: "Millésime 2023, en vigueur au 1er janvier 2026",
  },
  {
    id: "cog-2026",
    kind: "reference_data",
    title: "Code officiel géographique et composition des EPCI",
    publisher: "INSEE et DGCL, mis en forme par Etalab",
    published: null,
    url: null,
    reference: "COG 2026, paquet @etalab/decoupage-administratif 6.0.0",
  },
  {
    id: "maillage-perimetres",
    kind: "convention",
    title: "Périmètres estimés par les EPCI du même nom",
    publisher: "Maillage",
    published: null,
    url: null,
    reference: "Page Méthode",
  },
];
