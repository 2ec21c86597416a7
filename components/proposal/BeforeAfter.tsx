import type { ReactNode } from "react";
import { Icon } from "../ui/Icon";

interface BeforeAfterProps {
  readonly before: ReactNode;
  readonly after: ReactNode;
}

/** « 60 mois, puis 72 mois » to the ear, an arrow to the eye. */
export function BeforeAfter({ before, after }: BeforeAfterProps) {
  return (
    <span className="ba">
      <del>
        <span className="vh">avant&nbsp;: </span>
        {before}
      </del>{" "}
      <Icon name="next" />{" "}
      <ins>
        <span className="vh">après&nbsp;: </span>
        {after}
      </ins>
    </span>
  );
}
