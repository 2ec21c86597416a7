import { integer, qualified } from "@/lib/format/fr";
import type { Published } from "@/lib/queries/cpts-figures";
import { Absent } from "../ui/Absent";
import { Num } from "../ui/Num";
import { SourceRef } from "../ui/SourceRef";

/** A published figure as its source states it, with the source; what no source gives says so. */
export function Figure({ figure }: { readonly figure: Published | null }) {
  if (!figure) return <Absent why="non_communique" />;
  return (
    <span className="nb">
      <b>
        <Num>{qualified(figure.qualifier, integer(figure.value))}</Num>
      </b>
      <SourceRef n={figure.ref} />
    </span>
  );
}
