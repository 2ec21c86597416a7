import type { Contract, CptsRecord } from "@/lib/record/cpts";
import type { CptsDossier } from "@/lib/record/dossier";
import type { Facts, Subject } from "@/lib/quality";

export const TODAY = "2026-11-23";
const citation = "declaration:essai:1";
const on = (day: string) => ({ earliest: day, latest: day });

export const CONTRACT: Contract = {
  signed: on("2024-03-01"),
  termMonths: 60,
  endedOn: null,
  scheduleId: null,
  citation,
  parties: [
    { kind: "cpts", name: "CPTS Essai" },
    { kind: "cpam", name: "CPAM de l’Allier" },
    { kind: "ars", name: "ARS Auvergne-Rhône-Alpes" },
  ],
  amounts: [{ line: "fonctionnement", part: "fixed", year: null, amountCents: 6_000_000, citation }],
  indicators: (["acces_soins", "parcours"] as const).map((mission) => ({
    mission,
    label: "Un indicateur",
    kind: "result",
    unit: "%",
    baseline: null,
    direction: "rising",
    steps: [{ threshold: 80, amountCents: 1_500_000 }],
    fromYear: 1,
    toYear: null,
    citation,
  })),
};

const RECORD: CptsRecord = {
  slug: "essai",
  name: "Essai",
  summary: null,
  departments: [{ code: "03", rank: 1, citation }],
  figures: [{ measure: "population", value: 10_000, qualifier: "about", asOf: on("2024-01-01"), citation }],
  events: [
    { kind: "letter_of_intent", when: on("2022-05-01"), note: null, citation },
    { kind: "project_validated", when: on("2023-06-01"), note: null, citation },
    { kind: "signature", when: on("2024-03-01"), note: null, citation },
  ],
  memberships: [
    { commune: "03310", from: "2024-03-01", to: null, share: "whole", basis: "declared", citation },
    { commune: "03095", from: "2024-03-01", to: null, share: "whole", basis: "declared", citation },
  ],
  professionals: [
    {
      profession: "infirmier",
      scope: "members",
      count: 60,
      qualifier: "exact",
      asOf: on("2026-06-01"),
      citation,
    },
    {
      profession: "infirmier",
      scope: "territory",
      count: 90,
      qualifier: "exact",
      asOf: on("2026-06-01"),
      citation,
    },
  ],
  partners: [
    { kind: "ehpad", name: "Les Tilleuls", count: null, beds: 80, asOf: on("2026-06-01"), citation },
  ],
  missions: (["acces_soins", "parcours"] as const).map((mission) => ({
    mission,
    startedOn: "2024-06-01",
    endedOn: null,
    citation,
    objectives: [{ text: "Un objectif", citation }],
  })),
  contracts: [CONTRACT],
  funding: [],
};

const DOSSIER: CptsDossier = {
  identity: {
    legalForm: "Association loi 1901",
    siret: "12345678901234",
    address: null,
    email: "contact@essai.fr",
    phone: null,
    website: null,
  },
  contacts: [{ function: "Coordination", name: "Marie Essai", email: "marie@essai.fr", phone: null }],
  project: {
    summary: "Mieux soigner.",
    axes: [
      { title: "Accès", description: null, mission: "acces_soins" },
      { title: "Parcours", description: null, mission: "parcours" },
    ],
  },
};

const FACTS: Facts = {
  population: { min: 10_100, max: 10_100 },
  overlaps: [],
  unknownCommunes: [],
  starts: [
    { mission: "acces_soins", before: on("2024-09-01") },
    { mission: "parcours", before: on("2025-03-01") },
  ],
  unevenIndicators: [],
};

/** A record to which nothing is missing. */
export const COMPLETE: Subject = {
  kept: { record: RECORD, dossier: DOSSIER },
  facts: FACTS,
  today: TODAY,
};

export const withRecord = (change: Partial<CptsRecord>, of: Subject = COMPLETE): Subject => ({
  ...of,
  kept: { ...of.kept, record: { ...of.kept.record, ...change } },
});
export const withDossier = (change: Partial<CptsDossier>, of: Subject = COMPLETE): Subject => ({
  ...of,
  kept: { ...of.kept, dossier: { ...of.kept.dossier, ...change } },
});
export const withFacts = (change: Partial<Facts>, of: Subject = COMPLETE): Subject => ({
  ...of,
  facts: { ...of.facts, ...change },
});
