"use client";

import { usePathname } from "next/navigation";

const LINKS = [
  { href: "/", label: "France", current: (path: string) => path === "/" },
  {
    href: "/departements",
    label: "Départements",
    current: (path: string) => path.startsWith("/departements") || path.startsWith("/communes"),
  },
  { href: "/cpts", label: "CPTS", current: (path: string) => path.startsWith("/cpts") },
  {
    href: "/simulateur",
    label: "Simulateur",
    current: (path: string) => path.startsWith("/simulateur"),
  },
  { href: "/methode", label: "Méthode", current: (path: string) => path.startsWith("/methode") },
  {
    href: "/espace",
    label: "Mon espace",
    current: (path: string) =>
      /^\/(espace|connexion|invitation|premier-compte|mot-de-passe)(\/|$)/.test(path),
  },
] as const;

/** The main links; the one of the page shown says so. */
export function NavLinks() {
  const path = usePathname();
  return LINKS.map(({ href, label, current }) => (
    <a key={href} href={href} aria-current={current(path) ? (path === href ? "page" : "true") : undefined}>
      {label}
    </a>
  ));
}
