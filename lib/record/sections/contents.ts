import type { IsoDay } from "../../kernel/date";
import type { Cents } from "../../kernel/money";
import type {
  CommuneShare,
  ContractAmount,
  ContractIndicator,
  Mission,
  PartnerKind,
  PartyKind,
  Profession,
} from "../cpts";
import type { Contact, HealthProject, Identity } from "../dossier";
import type { LifecycleKind } from "../lifecycle";

/** The sections of a CPTS's record, in the order in which one fills them; each is one form. */
export const SECTIONS = [
  "identity",
  "territory",
  "professionals",
  "partners",
  "project",
  "missions",
  "contract",
  "indicators",
] as const;
export type Section = (typeof SECTIONS)[number];

/** What binds the contract: it takes effect once the ARS or the CPAM accepts it. The rest does when saved. */
export const BINDING_SECTIONS = [
  "territory",
  "missions",
  "contract",
  "indicators",
] as const satisfies readonly Section[];
export type BindingSection = (typeof BINDING_SECTIONS)[number];

export function isBinding(section: Section): section is BindingSection {
  return (BINDING_SECTIONS as readonly Section[]).includes(section);
}

/** What each section holds, valid. */
export interface Contents {
  readonly identity: Identity & { readonly name: string; readonly contacts: readonly Contact[] };
  readonly territory: TerritoryContent;
  readonly professionals: ProfessionalsContent;
  readonly partners: PartnersContent;
  readonly project: HealthProject;
  readonly missions: MissionsContent;
  readonly contract: ContractContent;
  readonly indicators: IndicatorsContent;
}

export interface TerritoryContent {
  /** The day the territory holds from; null where nothing is on record yet. */
  readonly from: IsoDay | null;
  /** By code, each once. */
  readonly communes: readonly {
    readonly code: string;
    readonly share: CommuneShare;
    /** Why it is held although another CPTS holds it, or only in part. */
    readonly note: string | null;
  }[];
}

export interface ProfessionalsContent {
  /** The day of the count; null where nothing is on record yet. */
  readonly asOf: IsoDay | null;
  readonly counts: readonly {
    readonly profession: Profession;
    readonly scope: "members" | "territory";
    readonly count: number;
  }[];
}

export interface PartnersContent {
  readonly asOf: IsoDay | null;
  readonly structures: readonly {
    readonly kind: PartnerKind;
    readonly name: string | null;
    readonly count: number | null;
    readonly beds: number | null;
  }[];
}

export interface MissionsContent {
  /** In the order of the ACI, each at most once. */
  readonly missions: readonly {
    readonly mission: Mission;
    readonly startedOn: IsoDay | null;
    readonly endedOn: IsoDay | null;
    readonly objectives: readonly string[];
  }[];
}

export interface ContractContent {
  /** Lettre d'intention, projet validé, signature, avenants, renouvellement, résiliation; by day. */
  readonly steps: readonly {
    readonly kind: LifecycleKind;
    readonly earliest: IsoDay;
    readonly latest: IsoDay;
    readonly note: string | null;
  }[];
  readonly contracts: readonly {
    readonly signedEarliest: IsoDay;
    readonly signedLatest: IsoDay;
    readonly termMonths: number;
    readonly endedOn: IsoDay | null;
    readonly scheduleId: string | null;
    readonly parties: readonly { readonly kind: PartyKind; readonly name: string }[];
    readonly amounts: readonly {
      readonly line: ContractAmount["line"];
      readonly part: ContractAmount["part"];
      readonly year: number | null;
      readonly amountCents: Cents;
    }[];
  }[];
}

export interface IndicatorsContent {
  /** By contract, then in the order typed. */
  readonly indicators: readonly (Omit<ContractIndicator, "citation"> & {
    /** 1 for the CPTS's first contract: contracts are known by their order alone. */
    readonly contract: number;
  })[];
}

export function isSection(name: string): name is Section {
  return (SECTIONS as readonly string[]).includes(name);
}
