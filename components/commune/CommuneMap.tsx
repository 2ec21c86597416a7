import type { CommuneMapModel, CommuneMapTerritory } from "@/lib/queries/commune-map";
import type { CommunePage } from "@/lib/queries/commune-page";

/** Radius, in drawing units, of the ring that finds a commune too small to be seen. */
const RING = 26;

/** Where the commune is in its department, among the territories that are known. */
export function CommuneMap({ map, page }: { readonly map: CommuneMapModel; readonly page: CommunePage }) {
  const { width, height, department, commune, territories, at } = map;
  const caption = captionOf(page, territories);
  return (
    <figure className="co-map">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`Carte de situation. ${caption}`}>
        <path className="ground" d={department} />
        {territories
          .toSorted((a, b) => Number(a.holds) - Number(b.holds))
          .map(({ slug, path, holds, estimated }) => (
            <path
              key={slug}
              className={["territory", holds && "holds", estimated && "est"].filter(Boolean).join(" ")}
              d={path}
            />
          ))}
        <path className="here" d={commune} />
        <circle className="halo" cx={at[0]} cy={at[1]} r={RING} />
        <circle className="ring" cx={at[0]} cy={at[1]} r={RING} />
      </svg>
      <figcaption className="note">{caption}</figcaption>
    </figure>
  );
}

/** « Riom dans le département Puy-de-Dôme ; en clair, les territoires connus des CPTS. ». */
function captionOf({ commune, holders }: CommunePage, territories: readonly CommuneMapTerritory[]): string {
  const where = `${commune.name} dans le département ${commune.department.name}`;
  const names = holders.map(({ name }) => name).join(", ");
  const estimated = territories.some(({ holds, estimated: guess }) => holds && guess);
  const told = [
    names !== "" &&
      `${estimated ? "hachuré, le territoire estimé de" : "en plein, le territoire de"} ${names}`,
    territories.some(({ holds }) => !holds) &&
      `en clair, les ${names === "" ? "" : "autres "}territoires connus de CPTS`,
  ].filter((one) => one !== false);
  return `${[where, ...told].join("\u00a0; ")}.`;
}
