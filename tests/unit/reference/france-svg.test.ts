import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
const codes = (name: string) =>
  (JSON.parse(read(`prisma/reference/${name}.json`)) as { code: string }[]).map(({ code }) => code);

/** Pages point into this file by these names: `france.svg#d63`. */
describe("public/geo/2026/france.svg", () => {
  const svg = read("public/geo/2026/france.svg");
  const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);

  it("names the shape of each department and region, once", () => {
    const departments = codes("departments").map((code) => `d${code}`);
    const regions = codes("regions").map((code) => `r${code}`);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => departments.includes(id ?? ""))).toHaveLength(101);
    expect(ids.filter((id) => regions.includes(id ?? ""))).toHaveLength(18);
  });

  it("draws Paris and its neighbours at their true place too", () => {
    expect(ids.filter((id) => id?.endsWith("p"))).toEqual(["d75p", "d92p", "d93p", "d94p"]);
  });

  it("leaves the colours of shapes to the page, and stays light", () => {
    expect(svg.match(/<path[^>]*\s(fill|stroke)=/)).toBeNull();
    expect(svg).not.toMatch(/style=|<script|<text/);
    expect(svg.length).toBeLessThan(60_000);
  });
});
