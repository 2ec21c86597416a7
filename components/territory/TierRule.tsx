import { tierRuler, type TerritoryFigures, type TierRuler, type TierScale } from "@/lib/coverage";
import { integer } from "@/lib/format/fr";

interface TierRuleProps {
  readonly figures: TerritoryFigures;
  readonly scale: TierScale;
  /** What the territory would hold with the commune under the cursor. */
  readonly proposed: TerritoryFigures | null;
}

const ZONES = 18;
const TRACK = 26;
const CLOSE_TRACK = 14;
const AXIS = 24;
/** Percent of the rule under which a zone's name does not fit, then its number alone. */
const NARROW = 18;

/** The inhabitants on the graduated rule of the tiers, and close up when a threshold is near. */
export function TierRule({ figures, scale, proposed }: TierRuleProps) {
  const held = figures.population.min;
  const next = proposed?.population.min ?? null;
  const rule = tierRuler(held, next, scale);
  const close = tierRuler(held, next, scale, true);
  if (!rule) return null;
  return (
    <>
      <Rule rule={rule} current={figures.tier?.tier ?? null} label={labelOf(figures)} />
      {close && (
        <div className="te-close" aria-hidden="true">
          <p>
            De {integer(close.from)} à {integer(close.to)} habitants
          </p>
          <CloseUp rule={close} held={held} next={next} />
        </div>
      )}
    </>
  );
}

function labelOf({ population, tier, next }: TerritoryFigures): string {
  const missing = next ? `, ${integer(next.missing)} avant la taille ${next.tier.tier}` : "";
  return `Règle des tailles\u00a0: ${integer(population.min)} habitants, taille ${tier?.tier ?? "inconnue"}${missing}`;
}

function Rule({ rule, current, label }: { rule: TierRuler; current: number | null; label: string }) {
  return (
    <svg className="ruler te-rule" width="100%" height={ZONES + TRACK + AXIS} role="img" aria-label={label}>
      {rule.zones.map(({ tier, from, to }) => (
        <text
          key={tier}
          className={tier === current ? "zone cur" : "zone"}
          x={`${(from + to) / 2}%`}
          y={12}
          textAnchor="middle"
        >
          {to - from > NARROW ? `Taille ${tier}` : tier}
        </text>
      ))}
      <Bands rule={rule} y={ZONES} height={TRACK} />
      {rule.thresholds.map(({ at }) => (
        <line key={at} className="th" x1={`${at}%`} x2={`${at}%`} y1={0} y2={ZONES + TRACK} />
      ))}
      <rect className="axis" width="100%" y={ZONES + TRACK} height={1} />
      <text x="0%" y={ZONES + TRACK + 19}>
        0
      </text>
      {rule.thresholds.map(({ at, inhabitants }) => (
        <g key={at}>
          <rect className="tick" x={`${at}%`} y={ZONES + TRACK} width={1} height={6} />
          <text x={`${at}%`} y={ZONES + TRACK + 19} textAnchor="middle">
            {integer(inhabitants)}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** Percent between two labels that may stand side by side. */
const APART = 16;

function CloseUp({ rule, held, next }: { rule: TierRuler; held: number; next: number | null }) {
  const marks = [
    { at: rule.held, text: integer(held), strong: true },
    ...(next !== null && rule.proposed !== null
      ? [{ at: rule.proposed, text: integer(next), strong: true }]
      : []),
    ...rule.thresholds.map(({ at, inhabitants }) => ({ at, text: integer(inhabitants), strong: false })),
  ];
  const written = marks.filter(
    (mark, i) => !marks.slice(0, i).some((other) => Math.abs(other.at - mark.at) < APART),
  );
  return (
    <svg className="ruler te-rule" width="100%" height={CLOSE_TRACK + AXIS} focusable="false">
      <Bands rule={rule} y={0} height={CLOSE_TRACK} />
      {rule.thresholds.map(({ at }) => (
        <line key={at} className="th" x1={`${at}%`} x2={`${at}%`} y1={0} y2={CLOSE_TRACK} />
      ))}
      <rect className="axis" width="100%" y={CLOSE_TRACK} height={1} />
      {written.map(({ at, text, strong }) => (
        <g key={text}>
          <rect className="tick" x={`${at}%`} y={CLOSE_TRACK} width={1} height={6} />
          <text
            className={strong ? "strong" : undefined}
            x={`${at}%`}
            y={CLOSE_TRACK + 19}
            textAnchor={at < 8 ? "start" : at > 92 ? "end" : "middle"}
          >
            {text}
          </text>
        </g>
      ))}
    </svg>
  );
}

function Bands({ rule, y, height }: { rule: TierRuler; y: number; height: number }) {
  const { held, proposed } = rule;
  return (
    <>
      <rect className="track" width="100%" y={y} height={height} />
      <rect className="band signed" width={`${held}%`} y={y} height={height} />
      {proposed !== null && (
        <rect
          className={proposed > held ? "band te-add" : "band te-less"}
          fill="url(#te-stake)"
          x={`${Math.min(held, proposed)}%`}
          width={`${Math.abs(proposed - held)}%`}
          y={y}
          height={height}
        />
      )}
      <line className="ptr" x1={`${held}%`} x2={`${held}%`} y1={y - 3} y2={y + height} />
    </>
  );
}
