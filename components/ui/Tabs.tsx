import type { ReactNode } from "react";

export interface Tab {
  readonly href: string;
  readonly label: string;
  readonly count?: ReactNode;
  readonly current?: boolean;
}

/** Views of one page. Links, so that each has its address. */
export function Tabs({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map(({ href, label: text, count, current }) => (
        <a key={href} href={href} aria-current={current ? "page" : undefined}>
          {text} {count !== undefined && <span>{count}</span>}
        </a>
      ))}
    </nav>
  );
}
