import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { StartupFault } from "../faults";

/**
 * The text of a file that the repository ships.
 *
 * @throws StartupFault `data_missing`.
 */
export function shippedText(root: string, ...segments: string[]): string {
  const file = path.join(/*turbopackIgnore: true*/ root, ...segments);
  try {
    return fs.readFileSync(/*turbopackIgnore: true*/ file, "utf8");
  } catch (cause) {
    throw new StartupFault(
      "data_missing",
      `Le fichier ${path.join(...segments)} manque ou n’est pas lisible dans ${root}.\n` +
        "  La base n’a pas été modifiée. Rétablissez le dépôt (git checkout prisma public),\n" +
        "  et lancez Maillage depuis son dossier.",
      { cause },
    );
  }
}

/** SHA-256 of these texts, in hexadecimal; their limits count (« ab », « c » is not « a », « bc »). */
export function fingerprint(texts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(`${Buffer.byteLength(text)}:`).update(text);
  return hash.digest("hex");
}
