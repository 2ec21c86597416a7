import { type Result, err } from "../kernel/result";
import { apart } from "./apart/run";
import type { PolygonLayer } from "./layers/layer";
import { megabytes, MOST_LAYER_BYTES } from "./limits";

export type { CommunePoint, Polygon, PolygonFeature, PolygonLayer, Ring } from "./layers/layer";
export { MOST_LAYER_BYTES } from "./limits";
export { communesWithin } from "./layers/within";

/**
 * Reads a layer of polygons in GeoJSON, in a process apart; a feature whose shape cannot be used keeps its place,
 * with its fault. What the file is, its content says.
 *
 * @returns why the file cannot be read and how to mend it, in a sentence, else its features.
 */
export async function readPolygons(bytes: Uint8Array, name: string): Promise<Result<PolygonLayer, string>> {
  if (bytes.length > MOST_LAYER_BYTES) {
    return err(
      `Ce fichier dépasse ${megabytes(MOST_LAYER_BYTES)}\u00a0: simplifiez les contours ou partagez la couche en plusieurs.`,
    );
  }
  void name;
  return apart({ kind: "polygons" }, bytes);
}
