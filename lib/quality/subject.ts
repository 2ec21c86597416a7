import type { IsoDay, Span } from "../kernel/date";
import type { Mission } from "../record/cpts";
import type { KeptRecord } from "../record/dossier";

/** What other rooms computed of the record, passed in. */
export interface Facts {
  /** Inhabitants of the territory of that day, by the reference; null where there is none. */
  readonly population: { readonly min: number; readonly max: number } | null;
  /** Communes that another CPTS holds too that day, without a word on why. */
  readonly overlaps: readonly string[];
  /** Communes of the territory that the reference no longer knows. */
  readonly unknownCommunes: readonly string[];
  /** By when the ACI wants each mission started; missions without a deadline are left out. */
  readonly starts: readonly { readonly mission: Mission; readonly before: Span }[];
  /** Missions whose indicators do not sum to their variable envelope in some year of the contract in force. */
  readonly unevenIndicators: readonly Mission[];
}

export const NO_FACTS: Facts = {
  population: null,
  overlaps: [],
  unknownCommunes: [],
  starts: [],
  unevenIndicators: [],
};

/** A record on a day. */
export interface Subject {
  readonly kept: KeptRecord;
  readonly facts: Facts;
  readonly today: IsoDay;
}
