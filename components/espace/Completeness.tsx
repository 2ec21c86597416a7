import { percent } from "@/lib/format/fr";
import type { Rate } from "@/lib/kernel/rate";

/** How many of the rules that apply a record satisfies: the count, and a rule as wide as the share. */
export function Completeness({ rate, wide = false }: { readonly rate: Rate; readonly wide?: boolean }) {
  const { numerator, denominator } = rate;
  if (denominator === 0) return <span className="mut sm">rien à vérifier</span>;
  const words = `${numerator} points sur ${denominator} en ordre`;
  const share = `${((100 * numerator) / denominator).toFixed(2)}%`;
  return (
    <span className={wide ? "complete wide" : "complete"}>
      <svg className="meter" role="img" aria-label={words} width="100%" height="10">
        <rect className="track" width="100%" height="10" />
        <rect className="done" width={share} height="10" />
      </svg>
      <span className="nb">
        {numerator}/{denominator} <span className="mut">{percent(rate, 0)}</span>
      </span>
    </span>
  );
}
