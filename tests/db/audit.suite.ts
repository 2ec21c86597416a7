import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/database";
import { appendAudit, auditActors, countAudit, pageOfAudit } from "@/lib/db/repositories/audit";
import type { Engine } from "./harness";

/** The journal read by pages and filters, in SQL. */
export function audit(engine: Engine): void {
  describe("the journal", () => {
    let database: Database;
    beforeAll(async () => {
      database = await engine.copy();
      for (const [actor, action, subject] of [
        ["a", "draft.saved", "cpts:x"],
        ["b", "section.saved", "cpts:x"],
        ["a", "section.saved", "cpts:y"],
        ["a", "invite", "invitation:1"],
        ["a", "meeting.added", "cpts:x"],
      ] as const) {
        const before = action === "draft.saved" ? { n: [1, "é"] } : null;
        await database.keep((tx) => appendAudit(tx, { actor, action, subject, before, after: null }));
      }
    });
    afterAll(() => database.close());

    const told = async (filter: Parameters<typeof pageOfAudit>[1], most = 50, before: number | null = null) =>
      (await pageOfAudit(database.prisma, filter, { before, most })).map(
        ({ actor, action }) => `${actor} ${action}`,
      );

    test("is filtered by subject, people and kind, together", async () => {
      expect(await told({ subject: "cpts:x" })).toEqual([
        "a meeting.added",
        "b section.saved",
        "a draft.saved",
      ]);
      expect(await told({ subject: "cpts:x", actors: ["b"] })).toEqual(["b section.saved"]);
      expect(await told({ actors: [] })).toEqual([]);
      expect(await told({ actions: ["section."], subjects: ["invitation:"], actors: ["a"] })).toEqual([
        "a invite",
        "a section.saved",
      ]);
      expect(await auditActors(database.prisma, "cpts:x")).toEqual(["a", "b"]);
    });

    test("goes by pages of a cursor, latest first, and counts", async () => {
      const filter = { actors: ["a", "b"] };
      const [first, second] = await pageOfAudit(database.prisma, filter, { before: null, most: 2 });
      expect(first?.action).toBe("meeting.added");
      expect(await told(filter, 2, second?.id ?? 0)).toEqual(["a section.saved", "b section.saved"]);
      expect(await countAudit(database.prisma, filter)).toBe(5);
    });

    test("is bounded by instants, the first in, the last out", async () => {
      const [latest] = await pageOfAudit(database.prisma, { actors: ["a"] }, { before: null, most: 1 });
      const at = new Date(latest?.at ?? "");
      expect(await countAudit(database.prisma, { subject: "cpts:x", from: at, to: at })).toBe(0);
      expect(await told({ from: at }, 1)).toEqual(["a meeting.added"]);
      expect(await told({ actors: ["a"], to: new Date("2020-01-01") })).toEqual([]);
    });
  });
}
