import type { CptsRecord, Mission } from "./cpts";

/** What a CPTS says of itself beside the sourced record: how to reach it, whom, and its projet de santé. */
export interface CptsDossier {
  readonly identity: Identity;
  /** Personal data: shown to the parties of the record, never published. */
  readonly contacts: readonly Contact[];
  readonly project: HealthProject;
}

export interface Identity {
  readonly legalForm: string | null;
  /** Fourteen digits. */
  readonly siret: string | null;
  readonly address: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly website: string | null;
}

export interface Contact {
  readonly function: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}

export interface HealthProject {
  readonly summary: string | null;
  readonly axes: readonly {
    readonly title: string;
    readonly description: string | null;
    /** The mission of the ACI that the axis serves, where it serves one. */
    readonly mission: Mission | null;
  }[];
}

/** All that people keep of a CPTS. */
export interface KeptRecord {
  readonly record: CptsRecord;
  readonly dossier: CptsDossier;
}

export const EMPTY_DOSSIER: CptsDossier = {
  identity: { legalForm: null, siret: null, address: null, email: null, phone: null, website: null },
  contacts: [],
  project: { summary: null, axes: [] },
};
