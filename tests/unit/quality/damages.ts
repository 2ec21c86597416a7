import type { Contract, CptsRecord } from "@/lib/record/cpts";
import type { CptsDossier } from "@/lib/record/dossier";
import type { Subject } from "@/lib/quality";
import { withDossier, withFacts, withRecord } from "./complete";

type Damage = (subject: Subject) => Subject;

const record =
  (change: (record: CptsRecord) => Partial<CptsRecord>): Damage =>
  (subject) =>
    withRecord(change(subject.kept.record), subject);
const dossier =
  (change: (dossier: CptsDossier) => Partial<CptsDossier>): Damage =>
  (subject) =>
    withDossier(change(subject.kept.dossier), subject);
const contract = (change: (contract: Contract) => Partial<Contract>): Damage =>
  record(({ contracts }) => ({ contracts: contracts.map((one) => ({ ...one, ...change(one) })) }));
const identity = (change: Partial<CptsDossier["identity"]>): Damage =>
  dossier((one) => ({ identity: { ...one.identity, ...change } }));

/** For each rule, the least that makes a complete record trip it. */
export const DAMAGES: Readonly<Record<string, Damage>> = {
  "contact-missing": dossier(() => ({ contacts: [] })),
  "contact-unreachable": dossier(({ contacts }) => ({
    contacts: contacts.map((one) => ({ ...one, email: null, phone: null })),
  })),
  "identity-reach": identity({ email: null, phone: null }),
  "identity-legal-form": identity({ legalForm: null }),
  "identity-siret": identity({ siret: null }),
  "territory-missing": record(() => ({ memberships: [] })),
  "territory-estimated": record(({ memberships }) => ({
    memberships: memberships.map((one, i) => (i === 0 ? { ...one, basis: "estimated" } : one)),
  })),
  "territory-population-far": record(({ figures }) => ({
    figures: figures.map((one) => ({ ...one, value: 11_300 })),
  })),
  "territory-overlap": (subject) => withFacts({ overlaps: ["03310"] }, subject),
  "territory-share-unknown": record(({ memberships }) => ({
    memberships: memberships.map((one) => ({ ...one, share: "unknown" })),
  })),
  "territory-commune-gone": (subject) => withFacts({ unknownCommunes: ["03999"] }, subject),
  "territory-before-steps": record(({ memberships }) => ({
    memberships: memberships.map((one) => ({ ...one, from: "2021-01-01" })),
  })),
  "professionals-missing": record(() => ({ professionals: [] })),
  "professionals-old": record(({ professionals }) => ({
    professionals: professionals.map((one) => ({
      ...one,
      asOf: { earliest: "2025-11-22", latest: "2025-11-22" },
    })),
  })),
  "professionals-members": record(({ professionals }) => ({
    professionals: professionals.filter(({ scope }) => scope === "territory"),
  })),
  "professionals-more-members": record(({ professionals }) => ({
    professionals: professionals.map((one) => (one.scope === "members" ? { ...one, count: 91 } : one)),
  })),
  "partners-missing": record(() => ({ partners: [] })),
  "partners-old": record(({ partners }) => ({
    partners: partners.map((one) => ({ ...one, asOf: { earliest: "2024-11-22", latest: "2024-11-22" } })),
  })),
  "project-summary": dossier(({ project }) => ({ project: { ...project, summary: null } })),
  "project-axes": dossier(({ project }) => ({ project: { ...project, axes: [] } })),
  "mission-without-axis": dossier(({ project }) => ({
    project: { ...project, axes: project.axes.filter(({ mission }) => mission !== "parcours") },
  })),
  "missions-missing": record(() => ({ missions: [] })),
  "mission-not-started": record(({ missions }) => ({
    missions: missions.map((one) => ({ ...one, startedOn: null })),
  })),
  "mission-not-engaged": record(({ missions }) => ({
    missions: missions.filter(({ mission }) => mission !== "parcours"),
  })),
  "mission-without-objective": record(({ missions }) => ({
    missions: missions.map((one) => ({ ...one, objectives: [] })),
  })),
  "contract-past-term": contract(() => ({ termMonths: 24 })),
  "steps-missing": record(() => ({ events: [] })),
  "letter-missing": record(({ events }) => ({
    events: events.filter(({ kind }) => kind !== "letter_of_intent"),
  })),
  "validation-missing": record(({ events }) => ({
    events: events.filter(({ kind }) => kind !== "project_validated"),
  })),
  "steps-disordered": record(({ events }) => ({
    events: events.map((one) =>
      one.kind === "letter_of_intent"
        ? { ...one, when: { earliest: "2023-07-01", latest: "2023-07-31" } }
        : one,
    ),
  })),
  "signature-without-contract": record(() => ({ contracts: [] })),
  "contract-without-signature": contract(() => ({
    signed: { earliest: "2024-04-01", latest: "2024-04-01" },
  })),
  "contract-day-uncertain": contract(() => ({ signed: { earliest: "2024-03-01", latest: "2024-03-31" } })),
  "contract-parties": contract(({ parties }) => ({ parties: parties.filter(({ kind }) => kind !== "ars") })),
  "contract-amounts": contract(() => ({ amounts: [] })),
  "mission-without-indicators": contract(({ indicators }) => ({
    indicators: indicators.filter(({ mission }) => mission !== "parcours"),
  })),
  "indicators-uneven": (subject) => withFacts({ unevenIndicators: ["parcours"] }, subject),
};
