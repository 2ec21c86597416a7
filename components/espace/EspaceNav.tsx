"use client";

import { usePathname } from "next/navigation";

export interface EspaceLink {
  readonly href: string;
  readonly label: string;
}

/** The pages of the private part that the person may open; the one shown says so. */
export function EspaceNav({ links }: { readonly links: readonly EspaceLink[] }) {
  const path = usePathname();
  const current = links
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0];
  return (
    <nav className="tabs" aria-label="Mon espace">
      {links.map(({ href, label }) => (
        <a
          key={href}
          href={href}
          aria-current={href !== current?.href ? undefined : path === href ? "page" : "true"}
        >
          {label}
        </a>
      ))}
    </nav>
  );
}
