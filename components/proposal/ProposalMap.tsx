import { count } from "@/lib/format/fr";
import type { CommuneFate, ProposalMapModel } from "@/lib/queries/proposal-map";

const FATE: Readonly<Record<CommuneFate, readonly [one: string, many: string]>> = {
  kept: ["gardée", "gardées"],
  added: ["ajoutée", "ajoutées"],
  removed: ["retirée", "retirées"],
  changed: ["tenue autrement", "tenues autrement"],
};
const FATES = ["kept", "added", "removed", "changed"] as const;

interface ProposalMapProps {
  readonly map: ProposalMapModel;
  readonly name: string;
  readonly id: string;
}

/** Before and after in one drawing; the tables beside it say the same by name. */
export function ProposalMap({ map, name, id }: ProposalMapProps) {
  const counts = FATES.map((fate) => ({
    fate,
    communes: map.communes.filter((commune) => commune.fate === fate).length,
  })).filter(({ communes }) => communes > 0);
  const words = counts.map(({ fate, communes }) => count(communes, ...FATE[fate])).join(", ");
  return (
    <figure className="loc prop-map">
      <div className="loc-map">
        <svg
          viewBox={`0 0 ${map.width} ${map.height}`}
          role="img"
          aria-label={`Communes du territoire de la CPTS ${name}, avant et après\u00a0: ${words}`}
        >
          <defs>
            <pattern
              id={`${id}-plus`}
              width="16"
              height="16"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect className="plus-ground" width="16" height="16" />
              <rect className="plus-line" width="4" height="16" />
            </pattern>
            <pattern id={`${id}-moins`} width="14" height="14" patternUnits="userSpaceOnUse">
              <rect className="minus-ground" width="14" height="14" />
              <circle className="minus-dot" cx="7" cy="7" r="2.6" />
            </pattern>
          </defs>
          {map.departments.map(({ code, path }) => (
            <path key={code} className="dep" d={path} />
          ))}
          {map.others.map(({ slug, name: other, path }) => (
            <path key={slug} className="other" d={path}>
              <title>{other}</title>
            </path>
          ))}
          {map.communes.map(({ code, name: commune, fate, path }) => (
            <path key={code} className={`fate ${fate}`} d={path} fill={fillOf(fate, id)}>
              <title>{`${commune}, ${FATE[fate][0]}`}</title>
            </path>
          ))}
          {map.departments.map(({ code, path }) => (
            <path key={code} className="border" d={path} />
          ))}
          {map.before && <path className="was" d={map.before} />}
          {map.after && <path className="will" d={map.after} />}
          {map.departments.length > 1 &&
            map.departments.map(
              ({ code, name: department, at }) =>
                at && (
                  <text key={code} x={at[0]} y={at[1]} textAnchor="middle">
                    {department}
                  </text>
                ),
            )}
        </svg>
      </div>
      <figcaption className="note prop-key">
        {counts.map(({ fate, communes }) => (
          <span key={fate}>
            <span className={`sw s fate-${fate}`} aria-hidden="true" /> {count(communes, ...FATE[fate])}
          </span>
        ))}
        {map.before && (
          <span>
            <span className="stroke was" aria-hidden="true" /> contour actuel
          </span>
        )}
        {map.after && (
          <span>
            <span className="stroke will" aria-hidden="true" /> contour proposé
          </span>
        )}
        {map.others.length > 0 && (
          <span>
            <span className="sw s other" aria-hidden="true" /> autres CPTS localisées
          </span>
        )}
        {map.undrawn.length > 0 && <span>Sans contour propre&nbsp;: {map.undrawn.join(", ")}.</span>}
      </figcaption>
    </figure>
  );
}

function fillOf(fate: CommuneFate, id: string): string {
  if (fate === "added" || fate === "changed") return `url(#${id}-plus)`;
  return fate === "removed" ? `url(#${id}-moins)` : "var(--stage-validated)";
}
