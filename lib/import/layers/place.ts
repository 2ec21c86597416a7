import bounds from "../../../prisma/reference/bounds.json";

/** In degrees: islands and bays past the contours' last vertex, drawn by hand. */
const MARGIN = 0.5;
const FRAMES = Object.values(bounds.national);

/** Whether a point is in France or near its coasts. */
export const isInFrance = (longitude: number, latitude: number): boolean =>
  FRAMES.some(
    ([west = 0, south = 0, east = 0, north = 0]) =>
      longitude > west - MARGIN &&
      longitude < east + MARGIN &&
      latitude > south - MARGIN &&
      latitude < north + MARGIN,
  );

/** « 45,7772 N ; 3,0870 E » */
export function placeName([longitude, latitude]: readonly [number, number]): string {
  const angle = (value: number, [positive, negative]: readonly [string, string]) =>
    `${Math.abs(value).toFixed(4).replace(".", ",")}°\u00a0${value < 0 ? negative : positive}`;
  return `${angle(latitude, ["N", "S"])}, ${angle(longitude, ["E", "O"])}`;
}
