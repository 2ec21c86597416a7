import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Position } from "geojson";
import { feature } from "topojson-client";
import type { DepartmentTopology } from "@/lib/territory/outline";
import type { Commune, Department, Epci, Region } from "@/scripts/reference/tables";

/** What the tests of the reference data read: the files as committed, not the build. */
const ROOT = path.resolve(import.meta.dirname, "../../..");
export const GEO = path.join(ROOT, "public/geo/2026");

export function text(file: string): string {
  return readFileSync(path.join(ROOT, file), "utf8");
}

export function reference<T>(name: string): T {
  return JSON.parse(text(`prisma/reference/${name}.json`)) as T;
}

export function communes(): Commune[] {
  const { columns, rows } = reference<{ columns: string[]; rows: unknown[][] }>("communes");
  return rows.map(
    (row) => Object.fromEntries(columns.map((name, i) => [name, row[i]])) as unknown as Commune,
  );
}
export const departments = () => reference<Department[]>("departments");
export const regions = () => reference<Region[]>("regions");
export const epci = () => reference<Epci[]>("epci");

export const departmentCodes = (): string[] =>
  readdirSync(path.join(GEO, "departements")).map((file) => file.replace(".json", ""));

export function topologyOf(department: string): DepartmentTopology {
  return JSON.parse(text(`public/geo/2026/departements/${department}.json`)) as DepartmentTopology;
}

/** Polygons of each commune, by code. */
export function polygonsOf(topologies: readonly DepartmentTopology[]): Map<string, Position[][][]> {
  const polygons = new Map<string, Position[][][]>();
  for (const topology of topologies) {
    for (const { id, geometry } of feature(topology, topology.objects.communes).features) {
      if (geometry.type === "Polygon") polygons.set(String(id), [geometry.coordinates]);
      else if (geometry.type === "MultiPolygon") polygons.set(String(id), geometry.coordinates);
      else throw new Error(`${id} is a ${geometry.type}`);
    }
  }
  return polygons;
}

/** Edges of a shape that occur an odd number of times, whatever their direction: its border, without what is shared inside. */
export function border(polygons: readonly Position[][][]): Set<string> {
  const edges = new Set<string>();
  for (const ring of polygons.flat()) {
    for (let i = 1; i < ring.length; i++) {
      const [a, b] = [cell(ring[i - 1]), cell(ring[i])];
      if (a === b) continue;
      const edge = a < b ? `${a} ${b}` : `${b} ${a}`;
      if (!edges.delete(edge)) edges.add(edge);
    }
  }
  return edges;
}

/** Planar area in square cells of the grid, holes deducted: additive to the last unit, unlike degrees. */
export function areaInCells(polygons: readonly Position[][][]): number {
  let total = 0;
  for (const rings of polygons) {
    rings.forEach((ring, i) => {
      let twice = 0;
      for (let j = 1; j < ring.length; j++) {
        const [ax, ay] = inCells(ring[j - 1]);
        const [bx, by] = inCells(ring[j]);
        twice += ax * by - bx * ay;
      }
      total += (i === 0 ? 1 : -1) * Math.abs(twice / 2);
    });
  }
  return total;
}

function cell(position: Position | undefined): string {
  return inCells(position).join(",");
}

function inCells([longitude = NaN, latitude = NaN]: Position = []): [number, number] {
  return [Math.round(longitude * 1e4), Math.round(latitude * 1e4)];
}

/** Whether a ring goes around a place. */
export function encloses(ring: readonly Position[], longitude: number, latitude: number): boolean {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [ax = NaN, ay = NaN] = ring[i - 1] ?? [];
    const [bx = NaN, by = NaN] = ring[i] ?? [];
    const crosses = ay > latitude !== by > latitude;
    if (crosses && longitude < ax + ((bx - ax) * (latitude - ay)) / (by - ay)) inside = !inside;
  }
  return inside;
}
