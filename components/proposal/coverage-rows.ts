import { between, difference, integer, percent, ratePoints } from "@/lib/format/fr";
import { PERIMETER, STAGE } from "@/lib/format/labels";
import type { Rate } from "@/lib/kernel/rate";
import type { EffectOnDay } from "@/lib/queries/proposal-effect";
import type { DepartmentRow } from "@/lib/queries/territory-rows";

/** One figure before and after, in words; null where it is not known. `by`: null where nothing changes. */
export interface EffectRow {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly by: string | null;
}

export interface EffectGroup {
  readonly title: string;
  readonly rows: readonly EffectRow[];
}

/** What one day's figures become: the CPTS itself, then each department it is in. */
export function effectGroups({ cpts: { before, after }, departments }: EffectOnDay): readonly EffectGroup[] {
  return [
    {
      title: "La CPTS",
      rows: [
        words("Étape", STAGE[before.state.stage], STAGE[after.state.stage]),
        words("Périmètre", PERIMETER[before.perimeter], PERIMETER[after.perimeter]),
        inhabitants(before.whole?.population, after.whole?.population),
        counted("Communes", before.whole?.communes, after.whole?.communes),
        words("Taille", sizeWords(before.size.tier), sizeWords(after.size.tier)),
      ],
    },
    ...departments.map(({ before: was, after: is }) => departmentGroup(was, is)),
  ];
}

export const isUnchanged = (groups: readonly EffectGroup[]): boolean =>
  groups.every(({ rows }) => rows.every(({ by }) => by === null));

function departmentGroup({ computed: was }: DepartmentRow, after: DepartmentRow): EffectGroup {
  const { code, name, population, computed: is } = after;
  return {
    title: `${name} (${code}), ${integer(population)} habitants`,
    rows: [
      counted("Couverts, ACI signé", was?.signed, is?.signed),
      share("Taux, ACI signé", was?.signedRate, is?.signedRate),
      counted(
        "Couverts, ACI signé ou en cours",
        was?.signedOrUnderWayRate.numerator,
        is?.signedOrUnderWayRate.numerator,
      ),
      share("Taux, ACI signé ou en cours", was?.signedOrUnderWayRate, is?.signedOrUnderWayRate),
      counted("Hors de tout périmètre", was?.outside, is?.outside),
    ],
  };
}

const sizeWords = (tier: number | null): string | null => (tier === null ? null : `taille ${tier}`);

function words(label: string, before: string | null, after: string | null): EffectRow {
  return { label, before, after, by: before === after ? null : "" };
}

function counted(label: string, before: number | undefined, after: number | undefined): EffectRow {
  return {
    ...words(
      label,
      before === undefined ? null : integer(before),
      after === undefined ? null : integer(after),
    ),
    by:
      before === after ? null : before === undefined || after === undefined ? "" : difference(after - before),
  };
}

type Span = { readonly min: number; readonly max: number } | undefined;

/** Between two numbers where a part of a commune is not known: the difference is then not one number. */
function inhabitants(before: Span, after: Span): EffectRow {
  const exact = [before, after].every((one) => one === undefined || one.min === one.max);
  if (exact) return counted("Habitants", before?.min, after?.min);
  return words("Habitants", before ? between(before) : null, after ? between(after) : null);
}

function share(label: string, before: Rate | undefined, after: Rate | undefined): EffectRow {
  const row = words(label, before ? percent(before) : null, after ? percent(after) : null);
  return row.by === null ? row : { ...row, by: before && after ? ratePoints(before, after) : "" };
}
