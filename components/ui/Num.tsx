import { Fragment } from "react";
import { NARROW } from "@/lib/format/fr";

/**
 * A formatted figure. The font has no glyph for the narrow no-break space: each one is opened to the
 * width it should have, and copies as the character it is.
 */
export function Num({ children }: { readonly children: string }) {
  return children.split(NARROW).map((part, i) => (
    <Fragment key={i}>
      {i > 0 && <span className="fin">{NARROW}</span>}
      {part}
    </Fragment>
  ));
}
