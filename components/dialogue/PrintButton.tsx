"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** Opens the browser's print dialog; absent where no script can. */
export function PrintButton() {
  const isAlive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!isAlive) return null;
  return (
    <button type="button" className="btn" onClick={() => window.print()}>
      Imprimer
    </button>
  );
}
