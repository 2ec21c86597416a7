import { MARK } from "@/lib/format/labels";
import type { Mark as Certainty } from "@/lib/kernel/certainty";

/** V, D or H beside an amount: verified, derived, hypothesis. `detail` says what it rests on here. */
export function Mark({ mark, detail }: { readonly mark: Certainty; readonly detail?: string }) {
  const { name, meaning } = MARK[mark];
  const title = `${name}\u00a0: ${detail ?? meaning}`;
  return (
    <abbr className={`mk ${mark.toLowerCase()}`} title={title}>
      {mark}
      <span className="vh">, {title}</span>
    </abbr>
  );
}
