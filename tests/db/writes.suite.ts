import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/database";
import { appendAudit, listAudit } from "@/lib/db/repositories/audit";
import { findCpts } from "@/lib/db/repositories/cpts";
import { insertCpts, replaceCpts } from "@/lib/db/repositories/cpts-write";
import type { CptsRecord } from "@/lib/record/cpts";
import { type Engine, failure } from "./harness";

const CITATION = "seed-003-signataires-2020";

/** A record with something in every list, and the cases that columns tell apart. */
const RECORD: CptsRecord = {
  slug: "essai",
  name: "Essai",
  summary: null,
  departments: [{ code: "63", rank: 1, citation: CITATION }],
  figures: [
    {
      measure: "population",
      value: 0,
      qualifier: "about",
      asOf: { earliest: "2024-01-01", latest: "2024-12-31" },
      citation: CITATION,
    },
  ],
  events: [
    {
      kind: "signature",
      when: { earliest: "2024-02-29", latest: "2024-02-29" },
      note: null,
      citation: CITATION,
    },
  ],
  memberships: [
    {
      commune: "63001",
      from: "2024-02-29",
      to: "2025-01-01",
      share: "whole",
      basis: "declared",
      citation: CITATION,
    },
    {
      commune: "63002",
      from: "2024-02-29",
      to: null,
      share: "unknown",
      basis: "declared",
      citation: CITATION,
    },
    {
      commune: "63003",
      from: "2024-02-29",
      to: null,
      share: { numerator: 1, denominator: 3 },
      basis: "estimated",
      citation: CITATION,
    },
  ],
  professionals: [],
  partners: [],
  missions: [
    { mission: "parcours", startedOn: "2024-03-01", endedOn: null, citation: CITATION, objectives: [] },
  ],
  contracts: [
    {
      signed: { earliest: "2024-02-29", latest: "2024-02-29" },
      termMonths: 60,
      endedOn: null,
      scheduleId: null,
      citation: CITATION,
      parties: [{ kind: "cpts", name: "Essai" }],
      amounts: [
        {
          line: "non_ventile",
          part: "fixed",
          year: null,
          amountCents: 9_007_199_254_740_991,
          citation: CITATION,
        },
      ],
      indicators: [
        {
          mission: "parcours",
          label: "Patients vus en équipe",
          kind: "result",
          unit: "patients",
          baseline: -0.000001,
          direction: "rising",
          steps: [
            { threshold: 82.5, amountCents: 1_750_001 },
            { threshold: 999_999_999.999999, amountCents: 3_500_000 },
          ],
          fromYear: 2,
          toYear: null,
          citation: CITATION,
        },
        {
          mission: "parcours",
          label: "Délai",
          kind: "action",
          unit: "jours",
          baseline: null,
          direction: "falling",
          steps: [{ threshold: 12, amountCents: 1 }],
          fromYear: 1,
          toYear: 1,
          citation: CITATION,
        },
      ],
    },
  ],
  funding: [
    {
      payer: "ars",
      purpose: "start_up",
      status: "paid",
      period: "once",
      amountCents: 1,
      amountToCents: 10_000_000_001,
      asOf: { earliest: "2024-01-01", latest: "2024-01-31" },
      note: null,
      citation: CITATION,
    },
  ],
};

export function writes(engine: Engine): void {
  describe("writes", () => {
    let database: Database;
    beforeAll(async () => {
      database = await engine.copy();
    });
    afterAll(() => database.close());

    test("a record comes back as it was written, to the last cent", async () => {
      const id = await database.write((tx) => insertCpts(tx, RECORD, "entered"));
      expect(await findCpts(database.prisma, "essai")).toMatchObject({
        id,
        version: 1,
        origin: "entered",
        record: RECORD,
      });
      const changed = {
        ...RECORD,
        name: "Essai, bis",
        funding: [],
        memberships: RECORD.memberships.slice(1),
      };
      await database.write((tx) => replaceCpts(tx, id, changed));
      expect((await findCpts(database.prisma, "essai"))?.record).toEqual(changed);
    });

    test("an amount that no safe integer holds is refused, not rounded", async () => {
      await database.query("UPDATE contract_amount SET amount_cents = 9007199254740993");
      await expect(findCpts(database.prisma, "essai")).rejects.toThrow(RangeError);
      await database.query("UPDATE contract_amount SET amount_cents = 1");
    });

    test("an instant comes back as it went, in UTC", async () => {
      const at = new Date("2026-07-14T23:59:59.123Z");
      await database.prisma.datasetLoad.create({
        data: { dataset: "instant", checksum: "", loadedAt: at },
      });
      const row = await database.prisma.datasetLoad.findUniqueOrThrow({ where: { dataset: "instant" } });
      expect(row.loadedAt.toISOString()).toBe("2026-07-14T23:59:59.123Z");
      const [written] = await database.query<{ text: string }>(
        "SELECT loaded_at::text AS text FROM dataset_load WHERE dataset = 'instant'",
      );
      expect(written?.text).toBe("2026-07-14 23:59:59.123+00");
    });

    test("each write takes the next revision; a failed one takes nothing", async () => {
      const before = await database.revision();
      const entry = { actor: "essai", action: "essai", subject: "essai", before: null, after: { n: 1 } };
      await Promise.all([1, 2, 3].map(() => database.write((tx) => appendAudit(tx, entry))));
      expect(await database.revision()).toBe(before + 3);
      await expect(
        database.write(async (tx) => {
          await appendAudit(tx, entry);
          throw new Error("changed my mind");
        }),
      ).rejects.toThrow("changed my mind");
      expect(await database.revision()).toBe(before + 3);
      expect(await listAudit(database.prisma, "essai")).toHaveLength(3);
    });

    test("a refused statement leaves the connection usable, also inside a transaction", async () => {
      for (let i = 0; i < 5; i += 1) {
        await expect(database.query("SELECT 1/0")).rejects.toThrow(/division by zero/);
        await expect(
          database.write((tx) => tx.$executeRaw`UPDATE cpts SET slug = 'Pas Un Slug' WHERE slug = 'essai'`),
        ).rejects.toThrow();
      }
      expect(await database.prisma.cpts.count()).toBe(18);
    });

    test("statements that fail meanwhile end nobody else's transaction", async () => {
      const before = await database.revision();
      const entry = { actor: "essai", action: "essai", subject: "mêlée", before: null, after: null };
      const fails = () => failure(() => database.query("SELECT 1/0"));
      const writes = () =>
        database.write(async (tx) => {
          await appendAudit(tx, entry);
          await new Promise((resolve) => setTimeout(resolve, 5));
          await appendAudit(tx, entry);
        });
      await Promise.all(Array.from({ length: 10 }, () => [fails(), writes(), fails()]).flat());
      expect(await listAudit(database.prisma, "mêlée")).toHaveLength(20);
      expect(await database.revision()).toBe(before + 10);
    });
  });
}
