import { Icon } from "../ui/Icon";
import { Brand } from "./Brand";
import { NavLinks } from "./NavLinks";
import { SiteSearch } from "./SiteSearch";

/** The header of every page. On a phone the links and the search fold into a menu that opens by itself. */
export function SiteHeader() {
  return (
    <header className="site-band">
      <div className="site">
        <a className="brand" href="/">
          <Brand />
          Maillage
        </a>
        <nav className="site-nav" aria-label="Principale">
          <NavLinks />
        </nav>
        <div className="find">
          <SiteSearch id="recherche" />
        </div>
        <details className="burger">
          <summary className="btn sq low">
            <Icon name="menu" />
            <span className="vh">Menu et recherche</span>
          </summary>
          <div className="burger-panel">
            <SiteSearch id="recherche-menu" />
            <nav aria-label="Menu">
              <NavLinks />
            </nav>
          </div>
        </details>
      </div>
    </header>
  );
}
