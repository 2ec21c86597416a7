import type { DepartmentMapModel } from "@/lib/queries/department-map";
import type { DepartmentCptsRow } from "@/lib/queries/department-page";
import { factsOf } from "./cpts-facts";
import { MapFrame } from "./MapFrame";
import { MapLabels } from "./MapLabels";
import { MapPicture } from "./MapPicture";
import type { Holder } from "./model";

interface DepartmentMapProps {
  readonly map: DepartmentMapModel;
  readonly cpts: readonly DepartmentCptsRow[];
  /** What one says of a commune that no known perimeter holds. */
  readonly blankLabel: string;
  readonly asOf: string;
}

/** The department by stage: drawn by the server, brought to life when the browser is idle. */
export function DepartmentMap({ map, cpts, blankLabel, asOf }: DepartmentMapProps) {
  const located = cpts.filter(({ communesHere }) => communesHere.length > 0);
  const holders = located.map((one): Holder => ({
    slug: one.slug,
    name: one.name,
    facts: factsOf(one),
    communes: one.communesHere,
  }));
  return (
    <MapFrame
      label={`Carte\u00a0: ${map.name}`}
      geometryHref={map.geometryHref}
      bounds={map.bounds}
      width={map.width}
      metresPerUnit={map.metresPerUnit}
      blankLabel={blankLabel}
      holders={holders}
    >
      <MapPicture map={map} cpts={located} asOf={asOf} blankLabel={blankLabel} />
      <MapLabels map={map} cpts={located} />
    </MapFrame>
  );
}
