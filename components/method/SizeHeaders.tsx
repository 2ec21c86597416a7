import { Num } from "@/components/ui/Num";
import { typeset } from "@/lib/format/typography";
import type { SizeClass } from "@/lib/funding";

/** The four columns of a schedule, each with the inhabitants it stands for. */
export function SizeHeaders({ sizes }: { readonly sizes: readonly SizeClass[] }) {
  return sizes.map(({ tier, label }) => (
    <th key={tier} scope="col" className="num">
      Taille {tier}
      <span className="me-size">
        <Num>{typeset(label)}</Num>
      </span>
    </th>
  ));
}
