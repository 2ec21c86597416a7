import type { Viewer } from "../auth/can";

/** Who stands behind what a viewer writes, as the sources of the record name it. */
export function behind({ organisation }: Viewer): string {
  switch (organisation) {
    case "ars":
      return "l’ARS";
    case "cpam":
      return "la CPAM";
    case "cpts":
      return "la CPTS";
    default:
      return "un tiers";
  }
}
