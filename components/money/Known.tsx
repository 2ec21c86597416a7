import { Absent } from "../ui/Absent";
import { Money } from "../ui/Money";

/** An amount, or that nobody communicated it. */
export function Known({ cents }: { readonly cents: number | null }) {
  return cents === null ? <Absent why="non_communique" /> : <Money cents={cents} />;
}
