import type { Metadata } from "next";
import { PageHead } from "@/components/layout/PageHead";

export const metadata: Metadata = { title: "Page introuvable" };

export default function NotFound() {
  return (
    <>
      <PageHead
        crumbs={[]}
        title="Page introuvable"
        facts="erreur 404"
        lead="Aucune page n’a cette adresse. Le code d’une commune ou d’un département est peut-être mal recopié, ou la CPTS a changé de nom."
      />
      <div className="ways">
        <form action="/recherche" className="field">
          <label htmlFor="q404">Commune, code postal, CPTS ou département</label>
          <input id="q404" name="q" type="search" />
          <button className="btn pri" type="submit">
            Rechercher
          </button>
        </form>
        <ul className="links">
          <li>
            <a href="/">La France, région par région</a>
          </li>
          <li>
            <a href="/departements">Les 101 départements</a>
          </li>
          <li>
            <a href="/cpts">Toutes les CPTS décrites</a>
          </li>
        </ul>
      </div>
    </>
  );
}
