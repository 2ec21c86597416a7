/** A band of the ruler, in percent of its scale. */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly look: "signed" | "estimated" | "validated" | "intent" | "published" | "possible";
}

export interface Tick {
  readonly at: number;
  readonly label?: string;
  readonly minor?: boolean;
}

interface RulerProps {
  /** What the ruler shows, in words: it stands for the drawing. */
  readonly label: string;
  /** One track under another. */
  readonly tracks: readonly (readonly Band[])[];
  readonly ticks: readonly Tick[];
}

/** Patterns are named in the document, which an external stylesheet cannot reach everywhere. */
const PATTERN: Readonly<Partial<Record<Band["look"], string>>> = {
  estimated: "url(#hatch-signed)",
  possible: "url(#hatch-possible)",
};

const TRACK = 20;
const GAP = 2;
const AXIS = 24;

/** The graduated rule on which every measure is read: rate, population, time, euros. */
export function Ruler({ label, tracks, ticks }: RulerProps) {
  const bottom = tracks.length * (TRACK + GAP) - GAP;
  return (
    <svg className="ruler" width="100%" height={bottom + AXIS} role="img" aria-label={label}>
      {tracks.map((bands, i) => (
        <g key={i}>
          <rect className="track" width="100%" y={i * (TRACK + GAP)} height={TRACK} />
          {bands.map(({ from, to, look }) => (
            <rect
              key={`${look}${from}`}
              className={`band ${look}`}
              fill={PATTERN[look]}
              x={`${from}%`}
              width={`${Math.max(0, to - from)}%`}
              y={i * (TRACK + GAP)}
              height={TRACK}
            />
          ))}
        </g>
      ))}
      <rect className="axis" width="100%" y={bottom} height={1} />
      {ticks.map(({ at, label: text, minor }) => (
        <g key={at}>
          <rect
            className={minor ? "tick minor" : "tick"}
            x={`${at}%`}
            y={bottom}
            width={1}
            height={minor ? 3 : 6}
          />
          {text && (
            <text x={`${at}%`} y={bottom + 19} textAnchor={at <= 2 ? "start" : at >= 98 ? "end" : "middle"}>
              {text}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
