/** [west, south, east, north], in decimal degrees (WGS84). */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** Width, in drawing units, of every map of a department: the prebuilt mesh, the server's outlines, the browser. */
export const MAP_WIDTH = 1000;

const MARGIN = 0.02;
const FLATTEST = 0.6;
const TALLEST = 1.25;
/** Metres in one degree of latitude on the mean sphere (radius 6,371,008.8 m): a scale bar needs no more. */
const METRES_PER_DEGREE = 111_195.08;
const RADIANS = Math.PI / 180;

export interface Projection {
  readonly width: number;
  readonly height: number;
  /** [longitude, latitude] in degrees → [x, y] in drawing units, y downwards. */
  point(position: readonly number[]): [x: number, y: number];
  /** The inverse of `point`. */
  invert(xy: readonly number[]): [longitude: number, latitude: number];
  /** Metres on the ground under one drawing unit, at the middle latitude. */
  readonly metresPerUnit: number;
}

/**
 * The drawing of one department, the same for the mesh built beforehand, the outlines drawn on the server
 * and the map in the browser: same bounds, same width, same points.
 *
 * Equirectangular, longitudes shortened by the cosine of the middle latitude: true to shape there, off by
 * about 1 % at the edges of the tallest department, and linear, so it inverts exactly and a grid stays a grid.
 * The height follows the bounds; a very tall or very wide department is centred in a drawing whose height
 * stays between 0.6 and 1.25 times its width.
 *
 * @throws RangeError when the bounds are empty or the width is not positive.
 */
export function fitProjection(bounds: Bounds, width: number): Projection {
  const [west, south, east, north] = bounds;
  if (!(east > west && north > south && width > 0)) {
    throw new RangeError(`no drawing fits bounds [${bounds.join(", ")}] at width ${width}`);
  }
  const shortening = Math.cos(((south + north) / 2) * RADIANS);
  const across = (east - west) * shortening;
  const down = north - south;
  const margin = width * MARGIN;
  const natural = (down / across) * (width - 2 * margin) + 2 * margin;
  const height = Math.round(Math.min(Math.max(natural, width * FLATTEST), width * TALLEST));
  const unitsPerDegree = Math.min((width - 2 * margin) / across, (height - 2 * margin) / down);
  const left = (width - across * unitsPerDegree) / 2;
  const top = (height - down * unitsPerDegree) / 2;
  const unitsPerLongitude = unitsPerDegree * shortening;
  return {
    width,
    height,
    point: ([longitude = NaN, latitude = NaN]) => [
      left + (longitude - west) * unitsPerLongitude,
      top + (north - latitude) * unitsPerDegree,
    ],
    invert: ([x = NaN, y = NaN]) => [
      west + (x - left) / unitsPerLongitude,
      north - (y - top) / unitsPerDegree,
    ],
    metresPerUnit: METRES_PER_DEGREE / unitsPerDegree,
  };
}
