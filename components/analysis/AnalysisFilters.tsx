import { DIMENSION } from "@/lib/format/labels-analysis";
import { plural } from "@/lib/format/fr";
import type { Summary } from "@/lib/queries/analysis";
import { analysisQuery, DIMENSIONS, type Dimension } from "@/lib/schemas/analysis-address";
import { ANALYSIS_PATH } from "./SummaryTable";

/** Every grouping narrows too, but missions, which are lines. */
const FILTERS = DIMENSIONS.filter((dimension) => dimension !== "mission");

/** What the figures are grouped and narrowed by: a plain form, whose answer is another address. */
export function AnalysisFilters({ model }: { readonly model: Summary }) {
  const now = analysisQuery(model.address);
  const kept = FILTERS.filter((dimension) => now[dimension] !== undefined).length;
  return (
    <form className="filters analysis" action={ANALYSIS_PATH} role="search" aria-label="Grouper et filtrer">
      {now.tri !== undefined && <input type="hidden" name="tri" value={now.tri} />}
      <Grouping name="par" label="Grouper par" chosen={model.by} />
      <Grouping name="puis" label="puis par" chosen={model.then} empty="Rien de plus" />
      <button className="btn" type="submit">
        Afficher
      </button>
      {(kept > 0 || now.tri !== undefined) && (
        <a className="btn low" href={ANALYSIS_PATH}>
          Tout afficher
        </a>
      )}
      <details className="more" open={kept > 0}>
        <summary>
          Filtres <span className="mut">{kept === 0 ? "aucun" : `${kept} ${plural(kept, "appliqué")}`}</span>
        </summary>
        <div className="fields">
          {FILTERS.map((dimension) => (
            <Filter key={dimension} dimension={dimension} model={model} chosen={now[dimension]} />
          ))}
        </div>
      </details>
    </form>
  );
}

function Grouping(props: {
  readonly name: string;
  readonly label: string;
  readonly chosen: Dimension | null;
  readonly empty?: string;
}) {
  const { name, label, chosen, empty } = props;
  return (
    <div>
      <label htmlFor={`a-${name}`}>{label}</label>
      <select id={`a-${name}`} name={name} defaultValue={chosen ?? ""}>
        {empty !== undefined && <option value="">{empty}</option>}
        {DIMENSIONS.map((dimension) => (
          <option key={dimension} value={dimension}>
            {DIMENSION[dimension].label}
          </option>
        ))}
      </select>
    </div>
  );
}

function Filter(props: {
  readonly dimension: Dimension;
  readonly model: Summary;
  readonly chosen: string | undefined;
}) {
  const { dimension, model, chosen } = props;
  const choices = model.choices[dimension];
  // What the address asks for and nobody has is still said, where it can be taken away.
  const isKnown = chosen === undefined || choices.some(({ code }) => code === chosen);
  return (
    <div>
      <label htmlFor={`a-${dimension}`}>{DIMENSION[dimension].label}</label>
      <select id={`a-${dimension}`} name={dimension} defaultValue={chosen ?? ""}>
        <option value="">Tout</option>
        {!isKnown && <option value={chosen}>{chosen} (aucun chiffre)</option>}
        {choices.map(({ code, label }) => (
          <option key={code} value={code}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}
