import { z } from "zod";
import { MISSIONS, PARTNER_KINDS, PROFESSIONS } from "../../record/cpts";
import { extent, standing } from "./cpts";
import { named } from "./registry";
import { Citation, citation, SourceDocument } from "./sources";
import {
  asOf,
  Basis,
  communeCode,
  CommuneShare,
  count,
  day,
  departmentCode,
  possibleStage,
  slug,
  Span,
  Stage,
} from "./values";

export const Qualifier = named(
  "Qualifier",
  "How the number was stated: « près de 50 » is no 50, « plus de 45 500 » no 45 500.",
  z.enum(["exact", "about", "more_than", "less_than", "up_to", "at_least"]),
);

export const Mission = named("Mission", "A mission of the ACI.", z.enum(MISSIONS));

const cents = z.int().describe("Integer euro cents.");

const figure = z.strictObject({
  measure: z.enum([
    "population",
    "communes",
    "size_tier",
    "members",
    "professionals",
    "members_on_territory",
  ]),
  value: z.number(),
  qualifier: Qualifier,
  asOf: Span,
  citation,
});

const event = z.strictObject({
  kind: z.enum(["letter_of_intent", "project_validated", "signature", "amendment", "renewal", "termination"]),
  when: Span,
  note: z.string().nullable(),
  citation,
});

const membership = z.strictObject({
  commune: communeCode,
  name: z.string().nullable().describe("Null: the reference has no such commune any more."),
  from: day.describe("First day in the territory."),
  to: day.nullable().describe("First day no longer in it; null: to this day."),
  share: CommuneShare,
  basis: Basis,
  citation,
});

const professionals = z.strictObject({
  profession: z.enum(PROFESSIONS),
  scope: z.enum(["members", "territory"]).describe("Members of the CPTS, or at work on its territory."),
  count,
  qualifier: Qualifier,
  asOf: Span,
  citation,
});

const partner = z.strictObject({
  kind: z.enum(PARTNER_KINDS),
  name: z.string().nullable(),
  count: count.nullable().describe("Null: some, number not stated."),
  beds: count.nullable(),
  asOf: Span,
  citation,
});

const mission = z.strictObject({
  mission: Mission,
  startedOn: day.nullable().describe("Null: no source says when it started."),
  endedOn: day.nullable(),
  citation,
  objectives: z.array(z.strictObject({ text: z.string(), citation })).describe("In the source's order."),
});

const contract = z.strictObject({
  signed: Span,
  termMonths: z.int().min(1),
  endedOn: day.nullable(),
  scheduleId: z
    .string()
    .nullable()
    .describe("The schedule it stays under; null: the one in force when each contract year opens."),
  citation,
  parties: z.array(z.strictObject({ kind: z.enum(["cpts", "cpam", "ars", "msa"]), name: z.string() })),
  amounts: z
    .array(
      z.strictObject({
        line: z.enum([...MISSIONS, "fonctionnement", "non_ventile"]),
        part: z.enum(["fixed", "variable"]),
        year: z.int().min(1).nullable().describe("Null: every contract year."),
        amountCents: cents,
        citation,
      }),
    )
    .describe("Amounts of the contract's own annex, a year: they win over the schedule."),
});

const funding = z.strictObject({
  payer: z.enum(["ars", "cpam", "msa"]),
  purpose: z.enum([
    "start_up",
    "project_writing",
    "first_year_missions",
    "full_year",
    "core_missions",
    "running_costs",
    "methodological_support",
  ]),
  status: z.enum(["promised", "paid", "ceiling", "floor"]),
  period: z.enum(["once", "yearly"]),
  amountCents: cents.nullable().describe("Null: support stated without an amount."),
  amountToCents: cents.nullable().describe("Upper bound, when amountCents is the lower bound of a range."),
  asOf: Span,
  note: z.string().nullable().describe("How the sentence was read, and what stays ambiguous (French)."),
  citation,
});

export const CptsRecord = named(
  "CptsRecord",
  "The public record of a CPTS: what sources state, each figure with its citation, and where it stands on the day asked for. Stated figures and computed ones are never merged.",
  z.strictObject({
    slug,
    name: z.string(),
    summary: z.string().nullable(),
    page: z.string().describe("Its page on this site."),
    origin: z.enum(["public_documents", "entered"]),
    asOf,
    ...standing,
    ...extent,
    terminatedOn: Span.nullable(),
    departments: z.array(
      z.strictObject({
        code: departmentCode,
        name: z.string(),
        citation: citation.nullable().describe("Null: reached by its perimeter only."),
      }),
    ),
    history: z
      .array(z.strictObject({ from: day, stage: Stage, possibleStage }))
      .describe("Every day on which its stage changes, for certain or possibly, computed from `events`."),
    figures: z.array(figure),
    events: z.array(event),
    memberships: z.array(membership),
    professionals: z.array(professionals),
    partners: z.array(partner),
    missions: z.array(mission),
    contracts: z.array(contract),
    funding: z.array(funding),
    citations: z.array(Citation),
    sources: z.array(SourceDocument),
  }),
);
export type CptsRecord = z.infer<typeof CptsRecord>;
