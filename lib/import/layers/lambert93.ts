/**
 * Lambert-93 (EPSG:2154) to longitude and latitude in degrees, by IGN's note NT/G 71 (algorithms 2 and 4, GRS 80).
 * RGF93 and WGS84 are the same within a metre.
 */
const EXPONENT = 0.725607765053267;
const RADIUS = 11_754_255.426096;
const X_POLE = 700_000;
const Y_POLE = 12_655_612.049876;
const ECCENTRICITY = 0.0818191910428158;
const MERIDIAN = 3;
const DEGREES = 180 / Math.PI;

export function fromLambert93(x: number, y: number): [longitude: number, latitude: number] {
  const [dx, dy] = [x - X_POLE, Y_POLE - y];
  const longitude = MERIDIAN + (Math.atan2(dx, dy) / EXPONENT) * DEGREES;
  const isometric = Math.exp(-Math.log(Math.hypot(dx, dy) / RADIUS) / EXPONENT);
  let latitude = 2 * Math.atan(isometric) - Math.PI / 2;
  // Each turn is a hundred times closer: six are past what a number can tell.
  for (let turn = 0; turn < 8; turn++) {
    const sine = ECCENTRICITY * Math.sin(latitude);
    latitude = 2 * Math.atan(((1 + sine) / (1 - sine)) ** (ECCENTRICITY / 2) * isometric) - Math.PI / 2;
  }
  return [longitude, latitude * DEGREES];
}

/** Metropolitan France in metres of this projection: nothing in degrees comes near. */
export const looksLambert93 = (x: number, y: number): boolean =>
  x > 0 && x < 1_400_000 && y > 5_900_000 && y < 7_300_000;
