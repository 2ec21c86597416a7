import type { Cents } from "@/lib/kernel/money";
import { Absent } from "../ui/Absent";
import { Money } from "../ui/Money";

/** An amount of a sheet; not stated is not zero. */
export function Amount({ cents }: { readonly cents: Cents | null }) {
  return cents === null ? <Absent why="non_communique" brief /> : <Money cents={cents} />;
}

/** Budget less spent; what is beyond the budget says so in words. */
export function Left({ cents }: { readonly cents: Cents | null }) {
  if (cents === null) return <Absent why="non_communique" brief />;
  if (cents >= 0) return <Money cents={cents} />;
  return (
    <span className="beyond">
      <Money cents={cents} /> <small>dépassement</small>
    </span>
  );
}
