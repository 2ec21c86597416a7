import { day, integer, when } from "@/lib/format/fr";
import { MISSION } from "@/lib/format/labels";
import type { IsoDay, Span } from "@/lib/kernel/date";
import type { ContractView, MissionRow } from "@/lib/queries/cpts-contract";
import { timeScale, type TimeScale } from "./time-scale";

const WIDTH = 1232;
const LEFT = 196;
const TOP = 44;
const ROW = 26;

interface FriseProps {
  readonly contract: ContractView;
  readonly missions: readonly MissionRow[];
  readonly asOf: IsoDay;
}

/** The contract and its missions' deadlines on one scale of time; an uncertain day is a hatched span. */
export function ContractFrise({ contract, missions, asOf }: FriseProps) {
  const { signed, term } = contract;
  const end = [term.latest, asOf].reduce((a, b) => (a > b ? a : b));
  const scale = timeScale(signed.earliest, end, LEFT, WIDTH - 28);
  const shown = missions.filter(({ deadlines }) => deadlines !== null && deadlines.kind !== "free");
  const bottom = TOP + ROW + shown.length * ROW + 16;
  const words = `Frise du contrat\u00a0: signature ${when(signed)}, terme ${when(term)}. Les échéances des missions sont dans le tableau suivant.`;
  return (
    <div className="scroll fr" tabIndex={0} role="region" aria-label="Frise du contrat">
      <svg className="frise" viewBox={`0 0 ${WIDTH} ${bottom + 30}`} role="img" aria-label={words}>
        <defs>
          <pattern
            id="fr-late"
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect className="late-ground" width="6" height="6" />
            <rect className="late-line" width="1.4" height="6" />
          </pattern>
          <pattern
            id="fr-maybe"
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect className="maybe-ground" width="6" height="6" />
            <rect className="maybe-line" width="2" height="6" />
          </pattern>
        </defs>
        {scale.years.map(({ year, x }) => (
          <path key={year} className="grid" d={`M${x} 34V${bottom}`} />
        ))}
        <Moments contract={contract} scale={scale} bottom={bottom} asOf={asOf} />
        <ContractBar contract={contract} scale={scale} asOf={asOf} />
        {shown.map((row, i) => (
          <MissionLine
            key={row.mission}
            row={row}
            scale={scale}
            y={TOP + ROW + 10 + i * ROW}
            contract={contract}
          />
        ))}
        <path className="axis" d={`M${LEFT} ${bottom}H${WIDTH - 6}`} />
        {scale.years.map(({ year, x }) => (
          <g key={year}>
            <path className="axis" d={`M${x} ${bottom}v6`} />
            <text className="lt" x={x} y={bottom + 20} textAnchor="middle">
              {year}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}

interface PartProps {
  readonly contract: ContractView;
  readonly scale: TimeScale;
  readonly asOf: IsoDay;
}

function Moments({ contract, scale, bottom, asOf }: PartProps & { readonly bottom: number }) {
  const term = scale.x(contract.term.latest);
  const today = scale.x(asOf);
  return (
    <>
      {contract.laterSchedules.map(({ label, from }) => (
        <g key={label}>
          <path className="moment" d={`M${scale.x(from)} 18V${bottom}`} />
          <text className="lt" x={scale.x(from) + 5} y="24">
            {label} en vigueur, {day(from)}
          </text>
        </g>
      ))}
      <path className="moment" d={`M${term} 18V${bottom}`} />
      <text className="lt w" x={term - 6} y={Math.abs(today - term) < 120 ? 12 : 24} textAnchor="end">
        Terme, {when(contract.term)}
      </text>
      <path className="today" d={`M${today} 30V${bottom}`} />
      <text className="lt b" x={Math.min(today, WIDTH - 36)} y="24" textAnchor="middle">
        {day(asOf)}
      </text>
    </>
  );
}

function ContractBar({ contract, scale, asOf }: PartProps) {
  const { signed, term, termMonths, daysPastTerm } = contract;
  const [a, b, c, d] = [signed.earliest, signed.latest, term.earliest, term.latest].map(scale.x) as [
    number,
    number,
    number,
    number,
  ];
  const length = termMonths === 60 ? "cinq ans" : `${termMonths} mois`;
  const late = daysPastTerm === null ? 0 : scale.x(asOf) - d;
  return (
    <g>
      <text className="ll b" x="0" y={TOP + 14}>
        Contrat ACI
      </text>
      {b > a && <rect className="maybe" x={a} y={TOP} width={b - a} height="20" />}
      <rect className="bar" x={b} y={TOP} width={Math.max(0, c - b)} height="20" />
      {d > c && <rect className="maybe" x={c} y={TOP} width={d - c} height="20" />}
      <text className="lw" x={b + 8} y={TOP + 14.5}>
        ACI signé {a === b ? `le ${day(signed.earliest)}` : when(signed)}, {length}
      </text>
      {late > 0 && (
        <>
          <rect className="late" x={d} y={TOP} width={late} height="20" />
          {late > 180 && <rect className="late-label" x={d + 6} y={TOP + 2} width="172" height="16" />}
          {late > 180 && daysPastTerm !== null && (
            <text className="lt w" x={d + 11} y={TOP + 14.5}>
              Dépassé depuis {c === d ? "" : "au moins "}
              {integer(daysPastTerm)} jours
            </text>
          )}
        </>
      )}
    </g>
  );
}

interface MissionLineProps {
  readonly row: MissionRow;
  readonly scale: TimeScale;
  readonly y: number;
  readonly contract: ContractView;
}

function MissionLine({ row, scale, y, contract }: MissionLineProps) {
  const { deadlines, createdBy } = row;
  const name = (
    <text className="ll" x="0" y={y + 4}>
      {row.place} · {MISSION[row.mission].short.replace("Parcours pluriprofessionnels", "Parcours")}
    </text>
  );
  if (!deadlines || deadlines.kind === "free") return name;
  if (deadlines.kind === "a_confirmer") {
    const from = scale.x(createdBy?.from ?? contract.signed.latest);
    return (
      <g>
        {name}
        <path className="open" d={`M${from} ${y}h210`} />
        <circle className="open-dot" cx={from} cy={y} r="5" />
        <text className="lt w" x={from + 220} y={y + 4}>
          mission créée par l’{createdBy?.label.toLowerCase() ?? "accord"}, échéances à confirmer
        </text>
      </g>
    );
  }
  const { startBefore, deployedBefore } = deadlines;
  return (
    <g>
      {name}
      <path
        className="wait"
        d={`M${scale.x(contract.signed.latest)} ${y}H${scale.x(deployedBefore.latest)}`}
      />
      <path className="work" d={`M${scale.x(startBefore.latest)} ${y}H${scale.x(deployedBefore.earliest)}`} />
      <Moment span={startBefore} scale={scale} y={y} look="start" />
      <Moment span={deployedBefore} scale={scale} y={y} look="done" />
      <text className="lt" x={scale.x(deployedBefore.latest) + 11} y={y + 4}>
        démarrer {when(startBefore)} · déployer {when(deployedBefore)}
      </text>
    </g>
  );
}

interface MomentProps {
  readonly span: Span;
  readonly scale: TimeScale;
  readonly y: number;
  readonly look: "start" | "done";
}

function Moment({ span, scale, y, look }: MomentProps) {
  const [from, to] = [scale.x(span.earliest), scale.x(span.latest)];
  if (to > from) return <rect className={`maybe ${look}`} x={from} y={y - 6} width={to - from} height="12" />;
  return <circle className={look} cx={from} cy={y} r={look === "start" ? 5 : 5.6} />;
}
