import { z } from "zod";
import { named } from "./registry";

/** The values that several answers share: days, stages, rates, extents. */

export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .meta({ description: "Calendar day, ISO 8601.", format: "date", examples: ["2024-10-14"] });

export const asOf = day.meta({
  description: "The day the answer describes.",
  format: "date",
  examples: ["2026-11-23"],
});

export const Span = named(
  "Span",
  "A day known between two bounds, both included. A known day has equal bounds; « 2020 » alone is the whole year.",
  z.strictObject({ earliest: day, latest: day }),
);

const STAGE_KEYS = ["signed", "validated", "intent", "none"] as const;

export const Stage = named(
  "Stage",
  "Where a CPTS stands: ACI signé, projet de santé validé, lettre d’intention, or none of them on record. A contract past its term with neither renewal nor termination on record still counts as signed.",
  z.enum(STAGE_KEYS),
);

export const possibleStage = Stage.nullable().describe(
  "The higher stage that an uncertain day makes possible; null when nothing is uncertain.",
);

export const PastTerm = named(
  "PastTerm",
  "Whether the contract's term is reached with neither renewal nor termination on record (« terme dépassé, renouvellement non renseigné »); `possibly` when an uncertain day decides.",
  z.enum(["no", "yes", "possibly"]),
);

export const count = z.int().min(0);

export const StageTotals = named(
  "StageTotals",
  "Raw sums by exclusive stage: signed, validated, intent and none sum exactly to total.",
  z.strictObject({ total: count, signed: count, validated: count, intent: count, none: count }),
);

export const Range = named(
  "Range",
  "From what is certain to what unknown shares and uncertain days may add.",
  z.strictObject({ min: count, max: count }),
);

export const Extent = named(
  "Extent",
  "Inhabitants (INSEE population municipale) and communes.",
  z.strictObject({ population: count, communes: count }),
);

const share = z.number().min(0).max(1).nullable();

export const Rates = named(
  "Rates",
  "Shares of the population, 0 to 1, recomputed from raw sums; null where the base is empty.",
  z.strictObject({
    signed: share.describe("ACI signed and in force."),
    signedOrUnderWay: share.describe("Signed, validated or letter of intent."),
  }),
);

export const Ranges = named(
  "PopulationRanges",
  "Inhabitants covered: what the totals count, to what may be added.",
  z.strictObject({ signed: Range, signedOrUnderWay: Range }),
);

export const Perimeter = named(
  "Perimeter",
  "How the territory is known: declared; estimated (the EPCI of the same name stands in for it, for want of a published list); unknown (it colours nothing and counts no inhabitant).",
  z.enum(["declared", "estimated", "unknown"]),
);

export const Basis = named(
  "PerimeterBasis",
  "Whether a commune was declared in the territory or stands in it by estimation.",
  z.enum(["declared", "estimated"]),
);

export const CommuneShare = named(
  "CommuneShare",
  "The part of the commune in the territory: all of it, an unknown part, or a known fraction of its inhabitants.",
  z.union([
    z.enum(["whole", "unknown"]),
    z.strictObject({ numerator: z.int().min(1), denominator: z.int().min(1) }),
  ]),
);

export const SizeTier = named(
  "SizeTier",
  "Size tier (taille) of the ACI: 1 under 40,000 inhabitants, 2 to 80,000, 3 to 175,000, 4 above.",
  z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
);

export const SizeTierBasis = named(
  "SizeTierBasis",
  "What the size tier rests on: stated by a source; computed from the population a source states; computed from the inhabitants of the declared or estimated perimeter.",
  z.enum(["stated", "stated_population", "declared_perimeter", "estimated_perimeter"]),
);

export const Mark = named(
  "Mark",
  "How certain a figure is: V verified (read in a named public source), D derived (forced by arithmetic from verified figures), H hypothesis (a working value, to be confirmed).",
  z.enum(["V", "D", "H"]),
);

export const Vintage = named(
  "Vintage",
  "Years of the reference data, the same for every day asked for: communes of the code officiel géographique, populations municipales (INSEE).",
  z.strictObject({ cog: z.int(), population: z.int() }),
);

export const communeCode = z
  .string()
  .regex(/^[0-9][0-9AB][0-9]{3}$/)
  .meta({ description: "INSEE code of a commune.", examples: ["63113"] });
export const departmentCode = z
  .string()
  .regex(/^([0-9]{2,3}|2[AB])$/)
  .meta({ description: "Department code.", examples: ["63", "2A", "971"] });
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .meta({ description: "Name of the CPTS in addresses.", examples: ["haute-combraille-et-volcans"] });

export const DepartmentRef = named(
  "DepartmentRef",
  "A department and its region.",
  z.strictObject({
    code: departmentCode,
    name: z.string(),
    region: z.string().describe("Name of its region."),
    regionCode: z.string(),
  }),
);
