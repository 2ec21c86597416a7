import { describe, expect, it } from "vitest";
import { span } from "@/lib/kernel/date";
import { communePage, type CommunePage } from "@/lib/queries/commune-page";
import { askOn, loadedDatabase, TODAY } from "./loaded";

const database = loadedDatabase();

async function page(code: string, asOf?: string): Promise<CommunePage> {
  const found = await communePage(askOn(asOf), code);
  if (found?.kind !== "commune") throw new Error(`${code} is no commune of today`);
  return found;
}

describe("a covered commune", () => {
  it("Clermont-Ferrand: Clermont Plus, by estimation from the Métropole, since the winter of 2024–2025", async () => {
    const { commune, stage, holders, outside, history, footnotes } = await page("63113");
    expect(commune).toMatchObject({
      name: "Clermont-Ferrand",
      populationVintage: 2023,
      department: { code: "63", name: "Puy-de-Dôme" },
      epci: { name: "Clermont Auvergne Métropole" },
    });
    expect(commune.postalCodes).toContain("63000");
    expect([stage, outside]).toEqual(["signed", null]);
    expect(holders).toHaveLength(1);
    expect(holders[0]).toMatchObject({
      name: "Clermont Plus",
      stage: "signed",
      basis: "estimated",
      share: "whole",
      pastTerm: "no",
      since: span("2024-12-01", "2025-01-31"),
    });
    expect(holders[0]?.perimeter.sense).toContain("21 communes de Clermont Auvergne Métropole");
    expect(history).toMatchObject([{ name: "Clermont Plus", from: "2024-12-01", to: null }]);
    expect(footnotes.list.map(({ source }) => source.id)).toEqual([
      "seed-003",
      "maillage-perimetres",
      "insee-pmun-2023",
      "cog-2026",
    ]);
  });

  it("is only possibly covered inside the uncertain days, and not before them", async () => {
    const within = await page("63113", "2024-12-15");
    expect([within.stage, within.possibleStage, within.outside]).toEqual(["none", "signed", null]);
    const before = await page("63113", "2024-11-30");
    expect([before.stage, before.possibleStage, before.outside]).toEqual([
      "none",
      null,
      "hors_perimetre_connu",
    ]);
    expect(before.holders).toEqual([]);
    expect(before.history).toHaveLength(1);
  });

  it("says that a contract is past its term with nothing known of its renewal", async () => {
    const { holders } = await page("63430");
    expect(holders.map(({ name, pastTerm }) => [name, pastTerm])).toEqual([
      ["Thiers Dore-et-Montagne", "yes"],
    ]);
  });

  it("shows a part of unknown share as a range, once somebody enters one", async () => {
    const db = database();
    const { id } = await db.prisma.cpts.findUniqueOrThrow({ where: { slug: "val-d-artiere" } });
    await db.write(async (tx) => {
      await tx.perimeterMembership.create({
        data: {
          cptsId: id,
          communeCode: "63300",
          from: new Date("2025-06-01"),
          to: new Date("2026-06-01"),
          partial: true,
          basis: "declared",
          citationId: "seed-003-signataires-nouvelles",
        },
      });
      // As every command does: a record that changed is at another version.
      await tx.cpts.update({ where: { id }, data: { version: { increment: 1 } } });
    });
    const { partlySigned, holders } = await page("63300", "2025-12-31");
    expect(partlySigned).toEqual({ min: 0, max: 18_820 });
    expect(holders).toMatchObject([{ name: "Val d’Artière", share: "unknown", basis: "declared" }]);
    expect(holders[0]?.since).toEqual(span("2025-06-01"));
    const after = await page("63300", TODAY);
    expect(after.holders).toEqual([]);
    expect(after.history).toMatchObject([{ from: "2025-06-01", to: "2026-06-01" }]);
  });
});

describe("a commune that nobody is known to hold", () => {
  it("Mozac: outside the known perimeters, with the six CPTS that may hold it", async () => {
    const { stage, outside, unlocated } = await page("63245");
    expect([stage, outside]).toEqual(["none", "hors_perimetre_connu"]);
    expect(unlocated.map(({ name }) => name)).toEqual([
      "Bords-d’Allier",
      "Combrailles Limagne et Volcans",
      "Entre-Limagne-et-Livradois",
      "Sancy Ouest",
      "Val d’Allier Sud",
      "Val d’Artière",
    ]);
  });

  it("says nothing of a commune whose department has no described CPTS", async () => {
    const { outside, describedInDepartment } = await page("75056");
    expect([outside, describedInDepartment]).toEqual(["not_described", 0]);
  });
});

describe("codes and contours", () => {
  it("sends a code of the past to its successor, and an unknown one nowhere", async () => {
    expect(await communePage(askOn(), "01340")).toEqual({
      kind: "moved",
      code: "01340",
      successors: [{ code: "01015", name: "Arboys en Bugey" }],
    });
    expect(await communePage(askOn(), "99999")).toBeNull();
    expect(await communePage(askOn(), "'; --")).toBeNull();
  });

  it("tells the former codes of a commune", async () => {
    expect((await page("01015")).commune.formerCodes).toContainEqual({ code: "01340", name: "Saint-Bois" });
  });

  it("tells which contour holds a commune without its own, and the reverse", async () => {
    expect((await page("14666")).contour.heldBy).toEqual({ code: "14712", name: "Troarn" });
    expect((await page("14712")).contour.holds).toEqual([{ code: "14666", name: "Sannerville" }]);
  });
});
