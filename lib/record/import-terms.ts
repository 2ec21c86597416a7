import type { IsoDay, Span } from "../kernel/date";
import type { CommuneShare, PerimeterBasis, Profession, StatedMeasure } from "./cpts";
import type { Identity } from "./dossier";
import type { LifecycleKind } from "./lifecycle";

/** What an import needs to know of a CPTS, and what it writes of it: plain data between the plan and the database. */

export interface HeldMembership {
  readonly id: string;
  readonly commune: string;
  readonly from: IsoDay;
  readonly to: IsoDay | null;
  readonly share: CommuneShare;
  readonly basis: PerimeterBasis;
  readonly note: string | null;
}

export interface HeldCount {
  readonly profession: Profession;
  readonly scope: "members" | "territory";
  readonly count: number;
  readonly asOf: Span;
}

/** A CPTS as an import finds it. */
export interface ImportedCpts {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly version: number;
  /** Codes, the first named first. */
  readonly departments: readonly string[];
  readonly events: readonly { readonly kind: LifecycleKind; readonly when: Span }[];
  readonly signed: readonly Span[];
  readonly memberships: readonly HeldMembership[];
  readonly figures: readonly {
    readonly measure: StatedMeasure;
    readonly value: number;
    readonly asOf: Span;
  }[];
  readonly counts: readonly HeldCount[];
  readonly identity: Identity;
  /** A proposal of the CPTS waits for a decision on its territory, on its contract. */
  readonly waits: { readonly territory: boolean; readonly contract: boolean };
}

export interface NewMembership {
  readonly commune: string;
  readonly from: IsoDay;
  readonly to: IsoDay | null;
  readonly share: CommuneShare;
  readonly note: string | null;
}

/** What an import writes of one CPTS; what it does not say stays. */
export interface CptsWrite {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly isNew: boolean;
  /** Added after those that it has. */
  readonly departments: readonly { readonly code: string; readonly rank: number }[];
  readonly events: {
    readonly removed: readonly { readonly kind: LifecycleKind; readonly when: Span }[];
    readonly added: readonly { readonly kind: LifecycleKind; readonly when: Span }[];
  };
  /** A contract whose day of signature was made precise, from what it was. */
  readonly signed: readonly { readonly was: Span; readonly is: Span }[];
  readonly figures: readonly {
    readonly measure: StatedMeasure;
    readonly value: number;
    readonly asOf: IsoDay;
  }[];
  readonly identity: Partial<Identity>;
  /** Puts these in place of the counts of that day. */
  readonly counts: {
    readonly asOf: IsoDay;
    readonly rows: readonly Omit<HeldCount, "asOf">[];
  } | null;
  readonly memberships: {
    readonly closed: readonly { readonly id: string; readonly to: IsoDay }[];
    readonly removed: readonly string[];
    readonly added: readonly NewMembership[];
  };
  /** What changed, in sentences, for the history of the CPTS. */
  readonly said: readonly string[];
}
