import type { DepartmentMapModel } from "@/lib/queries/department-map";
import type { DepartmentCptsRow } from "@/lib/queries/department-page";
import { between } from "@/lib/format/fr";
import { scaleBar } from "./scale-bar";

interface MapLabelsProps {
  readonly map: DepartmentMapModel;
  readonly cpts: readonly DepartmentCptsRow[];
}

const LINE = 14;
const LONGEST_LINE = 17;
const LEFTWARDS_FROM = 0.62;

/**
 * Names above the shapes, sized in CSS pixels whatever the map's width: no viewBox, places in percent.
 * The links of the shapes already say them, so they are hidden from assistive technology.
 */
export function MapLabels({ map, cpts }: MapLabelsProps) {
  const rowOf = new Map(cpts.map((one) => [one.slug, one]));
  const bar = scaleBar(map.metresPerUnit * map.width);
  return (
    <>
      <svg className="map-labels" width="100%" height="100%" aria-hidden="true">
        {map.towns.map(({ name, at }) => {
          // A name near the right edge is written to the left of its town, or the edge would cut it.
          const leftwards = at[0] > LEFTWARDS_FROM * map.width;
          return (
            <Placed key={name} map={map} at={at} className="town">
              <circle r="2" />
              <text x={leftwards ? -6 : 6} y="4" textAnchor={leftwards ? "end" : "start"}>
                {name}
              </text>
            </Placed>
          );
        })}
        {map.shapes.map(({ slug, at }) => {
          const row = rowOf.get(slug);
          if (!row) return null;
          const lines = split(row.name);
          const top = -(lines.length * LINE) / 2 + 3;
          return (
            <Placed key={slug} map={map} at={at} className={`cpts ${row.state.stage}`}>
              {lines.map((line, i) => (
                <text key={line} textAnchor="middle" y={top + i * LINE}>
                  {line}
                </text>
              ))}
              {row.here && (
                <text className="n" textAnchor="middle" y={top + lines.length * LINE}>
                  {between(row.here.population)}
                </text>
              )}
              {row.state.pastTerm === "yes" && <FlagSign y={top - 30} />}
            </Placed>
          );
        })}
      </svg>
      <svg className="map-scale" width="100%" height="24" aria-hidden="true">
        <text x="0" y="10">
          {bar.label}
        </text>
        <rect x="0" y="15" width={`${bar.percent.toFixed(2)}%`} height="2" />
      </svg>
    </>
  );
}

interface PlacedProps {
  readonly map: DepartmentMapModel;
  readonly at: readonly [number, number];
  readonly className: string;
  readonly children: React.ReactNode;
}

function Placed({ map, at: [x, y], className, children }: PlacedProps) {
  return (
    <svg
      className={`map-label ${className}`}
      x={`${((100 * x) / map.width).toFixed(2)}%`}
      y={`${((100 * y) / map.height).toFixed(2)}%`}
      data-x={x}
      data-y={y}
      overflow="visible"
    >
      {children}
    </svg>
  );
}

function FlagSign({ y }: { readonly y: number }) {
  return (
    <g className="sign" transform={`translate(-9 ${y})`}>
      <rect width="18" height="15" rx="2" />
      <path d="M6 12.4V3M6 3.2h6.6L11 5.4l1.6 2.2H6" />
    </g>
  );
}

/** A name over as few lines as its length needs, broken at spaces. */
function split(name: string): string[] {
  const lines: string[] = [];
  for (const word of name.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= LONGEST_LINE)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
