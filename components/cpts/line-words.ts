import { MISSION } from "@/lib/format/labels";
import type { LineCode } from "@/lib/funding";

/** The lines of an envelope as tables name them. */
export const LINE_LABEL: Readonly<Record<LineCode, string>> = {
  fonctionnement: "Fonctionnement",
  acces_soins: MISSION.acces_soins.short,
  parcours: MISSION.parcours.short,
  prevention: MISSION.prevention.short,
  crise_sanitaire: MISSION.crise_sanitaire.short,
  qualite: MISSION.qualite.short,
  accompagnement: MISSION.accompagnement.short,
  non_ventile: "Non ventilé",
};
