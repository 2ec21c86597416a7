import { cptsCalled } from "@/lib/format/cpts";
import type { DepartmentMapModel } from "@/lib/queries/department-map";
import type { DepartmentCptsRow } from "@/lib/queries/department-page";
import { count, day } from "@/lib/format/fr";
import { Patterns } from "./Patterns";
import { factsOf } from "./cpts-facts";

interface MapPictureProps {
  readonly map: DepartmentMapModel;
  readonly cpts: readonly DepartmentCptsRow[];
  readonly asOf: string;
  readonly blankLabel: string;
}

const FILL = {
  declared: { signed: "var(--stage-signed)", validated: "var(--stage-validated)", intent: "url(#map-dots)" },
  estimated: {
    signed: "url(#map-hatch-signed)",
    validated: "url(#map-hatch-validated)",
    intent: "url(#map-dots)",
  },
} as const;

/** The shapes: ground, perimeters by stage, the boundaries of the communes above them. */
export function MapPicture({ map, cpts, asOf, blankLabel }: MapPictureProps) {
  const { width, height, name, shapes } = map;
  const rowOf = new Map(cpts.map((one) => [one.slug, one]));
  return (
    <svg
      className="map-picture"
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-labelledby="map-t map-d"
    >
      <title id="map-t">{`Carte des communes, ${name}, par étape, au ${day(asOf)}`}</title>
      <desc id="map-d">
        {`${count(shapes.length, "CPTS localisée", "CPTS localisées")}. Les communes blanches sont ${blankLabel === "zone blanche" ? "en zone blanche" : "hors périmètre connu"}. Les tableaux de la page donnent les mêmes valeurs.`}
      </desc>
      <Patterns>
        {shapes.map(({ slug, path }) => (
          <path key={slug} id={`shape-${slug}`} d={path} vectorEffect="non-scaling-stroke" />
        ))}
      </Patterns>
      <g className="map-moving">
        <path className="map-ground" d={map.ground} />
        <g className="map-fills">
          {shapes.map(({ slug }) => {
            const row = rowOf.get(slug);
            if (!row || row.state.stage === "none" || row.perimeter === "unknown") return null;
            return <use key={slug} href={`#shape-${slug}`} fill={FILL[row.perimeter][row.state.stage]} />;
          })}
        </g>
        <image className="map-mesh" href={map.meshHref} width={width} height={height} />
        <g className="map-outlines">
          {shapes.map(({ slug }) => {
            const row = rowOf.get(slug);
            if (!row) return null;
            return (
              <a
                key={slug}
                className="map-cpts"
                href={`/cpts/${slug}`}
                data-slug={slug}
                aria-label={`${cptsCalled(row.name)}, ${factsOf(row)}`}
              >
                <use className="halo" href={`#shape-${slug}`} />
                <use
                  className={row.perimeter === "estimated" ? "line est" : "line"}
                  href={`#shape-${slug}`}
                />
              </a>
            );
          })}
        </g>
      </g>
    </svg>
  );
}
