import type { MultiPolygon, Polygon, Position } from "geojson";

/** WGS84: first eccentricity, and the radius of the sphere that has the ellipsoid's area. */
const ECCENTRICITY = Math.sqrt(0.00669437999014);
const AUTHALIC_RADIUS_METRES = 6_371_007.181;
const RADIANS = Math.PI / 180;

/**
 * Area on the ellipsoid, in square metres, holes deducted.
 *
 * Computed in Lambert's cylindrical equal-area projection, where the shoelace formula is exact and the
 * direction of the rings does not matter. d3-geo's geoArea takes the Earth for a sphere: 0.15 to
 * 0.35 % too small in metropolitan France, 0.44 % too large in Guyane.
 */
export function squareMetres(geometry: Polygon | MultiPolygon): number {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  let total = 0;
  for (const rings of polygons) {
    rings.forEach((ring, i) => {
      total += (i === 0 ? 1 : -1) * Math.abs(ringArea(ring));
    });
  }
  return total;
}

function ringArea(ring: readonly Position[]): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [fromLongitude = NaN, fromLatitude = NaN] = ring[i - 1] ?? [];
    const [toLongitude = NaN, toLatitude = NaN] = ring[i] ?? [];
    sum += ((toLongitude - fromLongitude) * RADIANS * (elevation(fromLatitude) + elevation(toLatitude))) / 2;
  }
  return sum * AUTHALIC_RADIUS_METRES ** 2;
}

/** Sine of the authalic latitude (Snyder, Map Projections, equations 3-11 and 3-12). */
function elevation(latitude: number): number {
  return authalic(Math.sin(latitude * RADIANS)) / AT_THE_POLE;
}

function authalic(sine: number): number {
  const es = ECCENTRICITY * sine;
  return (
    (1 - ECCENTRICITY ** 2) * (sine / (1 - es * es) - Math.log((1 - es) / (1 + es)) / (2 * ECCENTRICITY))
  );
}

const AT_THE_POLE = authalic(1);
