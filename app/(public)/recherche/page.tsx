import type { Metadata } from "next";
import { askFrom } from "@/app/ask";
import { SearchAnswer } from "@/components/france/SearchAnswer";
import { PageHead } from "@/components/layout/PageHead";
import { RESULTS_PAGE, search } from "@/lib/queries/search";
import type { Query } from "@/lib/schemas/address";

/** What is typed beyond this is no name: the schema of the API says the same. */
const LONGEST = 100;

interface Props {
  readonly searchParams: Promise<Query>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const text = typed(await searchParams);
  return {
    title: text === "" ? "Recherche" : `Recherche : ${text}`,
    description:
      "Trouver une commune, un département, une région ou une CPTS par son nom ou son code postal.",
    robots: { index: false },
  };
}

export default async function SearchPage({ searchParams }: Props) {
  const query = await searchParams;
  const text = typed(query);
  const { results } = text === "" ? { results: [] } : await search(await askFrom(query), text, RESULTS_PAGE);
  return (
    <>
      <PageHead crumbs={[{ label: "France", href: "/" }]} title="Recherche" />
      <form className="field wide" action="/recherche" role="search" aria-label="Dans Maillage">
        <label htmlFor="q">Commune, code postal, CPTS, département ou région</label>
        <input id="q" name="q" type="search" defaultValue={text} maxLength={LONGEST} autoComplete="off" />
        <button className="btn pri" type="submit">
          Rechercher
        </button>
      </form>
      <SearchAnswer text={text} results={results} />
    </>
  );
}

function typed({ q }: Query): string {
  const text = typeof q === "string" ? q : (q?.[0] ?? "");
  return text.trim().slice(0, LONGEST);
}
