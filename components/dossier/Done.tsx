import type { ReactNode } from "react";

/** What was just done, on the page where it leads; read out by screen readers. */
export function Done({ children }: { readonly children: ReactNode }) {
  return (
    <div className="callout inf outcome" role="status">
      <p>{children}</p>
    </div>
  );
}
