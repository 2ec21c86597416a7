import { addressWith, type Query } from "@/lib/schemas/address";

interface PagerProps {
  readonly path: string;
  readonly query: Query;
  readonly page: number;
  readonly pages: number;
  /** Where the list begins in its page. */
  readonly hash?: string;
}

/** From one page of a long list to the next, in the address. */
export function Pager({ path, query, page, pages, hash = "" }: PagerProps) {
  if (pages < 2) return null;
  const to = (number: number) =>
    addressWith(path, query, { page: number === 1 ? null : String(number) }) + hash;
  return (
    <nav className="pages" aria-label="Pages de la liste">
      {page > 1 && (
        <a className="btn" href={to(page - 1)}>
          Page précédente
        </a>
      )}
      <span>
        Page {page} sur {pages}
      </span>
      {page < pages && (
        <a className="btn" href={to(page + 1)}>
          Page suivante
        </a>
      )}
    </nav>
  );
}
