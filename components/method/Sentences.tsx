import { Num } from "@/components/ui/Num";
import { typeset } from "@/lib/format/typography";

/** A list of conventions or limits, one sentence each. */
export function Sentences({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <ul className="me-list">
      {sentences.map((sentence) => (
        <li key={sentence}>
          <Num>{typeset(sentence)}</Num>
        </li>
      ))}
    </ul>
  );
}
