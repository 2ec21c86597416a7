interface PagesProps {
  /** What has pages, after « Pages de »: « l’échéancier ». */
  readonly of: string;
  readonly page: number;
  readonly pages: number;
  /** The address of a page. */
  readonly to: (page: number) => string;
}

/** The way from one page of a table to the next; nothing where there is only one. */
export function Pages({ of, page, pages, to }: PagesProps) {
  if (pages === 1) return null;
  return (
    <nav className="pages" aria-label={`Pages de ${of}`}>
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
