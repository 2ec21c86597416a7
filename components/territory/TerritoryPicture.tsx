import type { EditorMap } from "@/lib/queries/territory-editor-map";
import { transformOf, viewOf, WINDOW, type Box } from "@/lib/territory/view";

/** The first picture, drawn by the server: grounds, other CPTS, the territory. The browser puts the communes in their place. */
export function TerritoryPicture({ map }: { readonly map: EditorMap }) {
  const whole: Box = [0, 0, map.width, map.height];
  return (
    <svg
      className="map-picture te-picture"
      viewBox={`0 0 ${WINDOW.width} ${WINDOW.height}`}
      role="group"
      aria-label="Carte de sélection des communes. La liste au clavier, plus bas, fait la même chose."
    >
      <Patterns />
      <g className="map-moving" transform={transformOf(viewOf(map.focus ?? whole))}>
        <g className="te-static">
          {map.departments.map(({ code, ground }) => (
            <path key={code} className="map-ground" d={ground} />
          ))}
          {map.others.map(({ slug, path, estimated }) => (
            <path key={slug} className="te-other" fill={estimated ? "url(#te-est)" : undefined} d={path} />
          ))}
          {map.departments.map(({ code, meshHref, x, y, width, height }) => (
            <image
              key={code}
              href={meshHref}
              x={x}
              y={y}
              width={width}
              height={height}
              preserveAspectRatio="none"
            />
          ))}
          <path className="te-held" d={map.territory} />
        </g>
        <g className="te-communes" />
        <path className="te-claims" />
        <path className="te-claims est" />
        <path className="te-present" d={map.present} />
        <path className="te-halo" />
        <path className="te-outline" />
        <path className="te-mark" />
      </g>
    </svg>
  );
}

/** The browser keeps their stripes at the same width whatever the zoom. */
function Patterns() {
  return (
    <defs>
      <pattern id="te-est" className="te-hatch est" width="7" height="7" patternUnits="userSpaceOnUse">
        <rect width="7" height="7" />
        <rect className="stripe" width="1.3" height="7" />
      </pattern>
      <pattern id="te-part" className="te-hatch part" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" />
        <rect className="stripe" width="3" height="6" />
      </pattern>
      <pattern id="te-conf" className="te-hatch conf" width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" />
        <path d="M0 0L8 8M8 0L0 8" />
      </pattern>
      <pattern
        id="te-stake"
        className="te-stake"
        width="4"
        height="4"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="4" height="4" />
        <rect className="stripe" width="1.2" height="4" />
      </pattern>
    </defs>
  );
}
