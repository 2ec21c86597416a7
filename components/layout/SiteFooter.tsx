import { REFERENCE_CREDITS } from "@/lib/format/credits";

/** Who the data come from, as their licences ask, and the pages about the product itself. */
export function SiteFooter() {
  return (
    <footer>
      {REFERENCE_CREDITS.map((credit) => (
        <span key={credit}>{credit}</span>
      ))}
      <nav aria-label="À propos">
        <a href="/methode">Méthode</a>
        <a href="/donnees">Données ouvertes</a>
        <a href="/accessibilite">Accessibilité</a>
        <a href="/mentions-legales">Mentions légales</a>
        <a href="/api/v1/openapi.json">API ouverte</a>
      </nav>
    </footer>
  );
}
