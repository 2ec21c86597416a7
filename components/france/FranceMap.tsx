import { Num } from "@/components/ui/Num";
import { count } from "@/lib/format/fr";
import type { FranceMapModel, MapDepartment, MapShape } from "@/lib/queries/france-map";
import type { DepartmentRow } from "@/lib/queries/territory-rows";
import { addressWith, type Query } from "@/lib/schemas/address";
import { RATE_CLASSES, RatePatterns } from "./RatePatterns";
import { rateText } from "./rates";

interface FranceMapProps {
  readonly map: FranceMapModel;
  readonly query: Query;
}

/** A department too small for the pointer still answers around its label. */
const NEAR = 9;
const DOT = 4.5;

/**
 * The country, each department leading to its page. The keyboard stops only at those that hold data: the
 * table of departments says the same of the 101 and is the equal path to the others, which the pointer
 * reaches on the map too. The first picture needs no script.
 */
export function FranceMap({ map, query }: FranceMapProps) {
  const { width, height, href, shapes, others, captions } = map;
  const to = (code: string) => addressWith(`/departements/${code}`, { date: query.date }, {});
  return (
    <figure className="fr-map">
      <div className="fr-canvas">
        <svg
          className="fr-picture"
          viewBox={`0 0 ${width} ${height}`}
          role="group"
          aria-label="Carte des départements, par part signée de la population ; le tableau des départements dit les mêmes valeurs."
        >
          <RatePatterns />
          <image href={href} width={width} height={height} />
          <g aria-hidden="true">
            {others.map(({ row, label }) => (
              <a key={row.code} href={to(row.code)} tabIndex={-1} className="fr-void">
                <title>{titleOf(row)}</title>
                <use href={`${href}#d${row.code}`} />
                <circle cx={(label.x * width) / 100} cy={(label.y * height) / 100} r={NEAR} />
              </a>
            ))}
          </g>
          {shapes.map((shape) => (
            <a
              key={shape.row.code}
              href={to(shape.row.code)}
              className="fr-dep"
              aria-label={titleOf(shape.row)}
            >
              <title>{titleOf(shape.row)}</title>
              <ShapePaths shape={shape} />
            </a>
          ))}
        </svg>
        <svg className="fr-labels" aria-hidden="true" focusable="false">
          {captions.map(({ text, x, y }) => (
            <text key={text} className="caption" x={`${x}%`} y={`${y}%`}>
              {text}
            </text>
          ))}
          {others.filter(({ captioned }) => !captioned).map(codeLabel)}
          {shapes.map(({ row, label, rateClass }) => (
            <text key={row.code} className="value" x={`${label.x}%`} y={`${label.y}%`} dy=".35em">
              {rateClass !== null && row.computed && rateText(row.computed.signedRate, 0)}
            </text>
          ))}
        </svg>
      </div>
      <figcaption className="fr-legend">
        <p>Part signée de la population, calculée sur les périmètres connus</p>
        <Legend />
      </figcaption>
    </figure>
  );
}

function ShapePaths({ shape: { paths, rateClass, estimated, at } }: { readonly shape: MapShape }) {
  const look = rateClass === null ? "unlocated" : estimated ? `est r${rateClass}` : `r${rateClass}`;
  return (
    <>
      {paths.map((path) => (
        <path key={path} className={look} d={path} vectorEffect="non-scaling-stroke" />
      ))}
      {rateClass === null && <circle className="dot" cx={at.x} cy={at.y} r={DOT} />}
    </>
  );
}

function codeLabel({ row, label }: MapDepartment) {
  return (
    <text key={row.code} className="code" x={`${label.x}%`} y={`${label.y}%`} dy=".35em">
      {row.code}
    </text>
  );
}

function Legend() {
  return (
    <ul>
      <li>
        <Swatch look="none" /> aucune CPTS décrite
      </li>
      {RATE_CLASSES.map(({ rateClass, words }) => (
        <li key={rateClass}>
          <Swatch look={`est r${rateClass}`} />{" "}
          <span>
            <Num>{words}</Num>
          </span>
        </li>
      ))}
      <li>
        <Swatch look="unlocated" /> périmètre inconnu
      </li>
      <li className="mut">hachures&nbsp;: périmètre estimé</li>
    </ul>
  );
}

function Swatch({ look }: { readonly look: string }) {
  return (
    <svg className="fr-swatch" viewBox="0 0 16 14" aria-hidden="true" focusable="false">
      <rect className={look} x=".5" y=".5" width="15" height="13" />
      {look === "unlocated" && <circle className="dot" cx="8" cy="7" r={DOT} />}
    </svg>
  );
}

/** « Puy-de-Dôme (63) : 66,9 % calculés, périmètres estimés, 12 CPTS ». */
function titleOf({ name, code, state, computed, cpts }: DepartmentRow): string {
  const place = `${name} (${code})`;
  if (state === "none") return `${place}\u00a0: aucune CPTS décrite`;
  if (!computed) return `${place}\u00a0: ${count(cpts, "CPTS", "CPTS")}, périmètre inconnu`;
  const basis = (computed.estimatedShare?.numerator ?? 0) > 0 ? "périmètres estimés" : "périmètres déclarés";
  return `${place}\u00a0: ${rateText(computed.signedRate)} calculés, ${basis}, ${count(cpts, "CPTS", "CPTS")}`;
}
