import type { ReactNode } from "react";
import { typeset } from "@/lib/format/typography";
import type { Ignored } from "@/lib/schemas/address";

interface CalloutProps {
  readonly kind?: "warn" | "error" | "info";
  readonly children: ReactNode;
}

export function Callout({ kind = "warn", children }: CalloutProps) {
  const look = { warn: "", error: " err", info: " inf" }[kind];
  return <div className={`callout${look}`}>{children}</div>;
}

/** What was ignored of the address, and why: a senseless value never changes a page in silence. */
export function IgnoredNotice({ ignored }: { readonly ignored: readonly (Ignored | null)[] }) {
  const said = ignored.filter((one) => one !== null);
  if (said.length === 0) return null;
  return (
    <Callout kind="error">
      {said.map(({ parameter, value, reason }) => (
        <p key={`${parameter} ${value} ${reason}`}>
          <b>Adresse ignorée en partie.</b> «&nbsp;{value}&nbsp;» {typeset(reason)} (paramètre {parameter}).
          La valeur habituelle est affichée.
        </p>
      ))}
    </Callout>
  );
}
