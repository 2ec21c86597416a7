import { list } from "@/lib/format/fr";
import type { CptsPage } from "@/lib/queries/cpts-page";
import { SourceRef } from "../ui/SourceRef";

/** Where the CPTS is: drawn by the server, whole across its departments; nothing coloured without a perimeter. */
export function CptsMap({ page }: { readonly page: CptsPage }) {
  const { map, standing, name, departments, perimeter } = page;
  const where = list(departments.map((one) => one.name));
  if (!map) {
    return (
      <figure className="loc">
        <figcaption className="note">Aucune source ne rattache cette CPTS à un département.</figcaption>
      </figure>
    );
  }
  const basis = {
    declared: "périmètre déclaré",
    estimated: "périmètre estimé",
    unknown: "périmètre non connu",
  };
  return (
    <figure className="loc">
      <div className="loc-map">
        <svg
          viewBox={`0 0 ${map.width} ${map.height}`}
          role="img"
          aria-label={`Situation de la CPTS ${name} dans ${where}, ${basis[standing.perimeter]}`}
        >
          <defs>
            <pattern
              id="loc-hatch"
              width="12"
              height="12"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect className="ground" width="12" height="12" />
              <rect className="line" width="2.2" height="12" />
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
          {map.outline && (
            <>
              <path className="halo" d={map.outline} />
              <path className={`own ${standing.perimeter}`} d={map.outline} />
            </>
          )}
          {map.departments.map(({ code, path }) => (
            <path key={code} className="border" d={path} />
          ))}
          {/* One department is named above the map; its name would only hide what stands in its middle. */}
          {map.departments.length > 1 &&
            map.departments.map(({ code, name: department, at }) => (
              <text key={code} x={at[0]} y={at[1]} textAnchor="middle">
                {department}
              </text>
            ))}
        </svg>
      </div>
      <figcaption className="note">
        {standing.perimeter === "estimated" && (
          <span>
            <span className="sw s signed est" aria-hidden="true" /> estimé&nbsp;: {list(perimeter.epci)}
            {perimeter.ref !== null && <SourceRef n={perimeter.ref} />}
          </span>
        )}
        {standing.perimeter === "declared" && (
          <span>
            <span className="sw s signed" aria-hidden="true" /> périmètre déclaré
            {perimeter.ref !== null && <SourceRef n={perimeter.ref} />}
          </span>
        )}
        {standing.perimeter === "unknown" && (
          <span>
            Aucune source ne liste ses communes et aucun EPCI ne porte son nom&nbsp;: rien n’est colorié, ni
            compté dans la couverture.
          </span>
        )}
        {map.others.length > 0 && (
          <span>
            <span className="sw s other" aria-hidden="true" /> autres CPTS localisées
          </span>
        )}
      </figcaption>
    </figure>
  );
}
