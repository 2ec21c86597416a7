import type { ReactNode } from "react";
import { typeset } from "@/lib/format/typography";

interface PageHeadProps {
  readonly crumbs: readonly { readonly label: string; readonly href: string }[];
  readonly title: string;
  /** Code, counts: what identifies, in small beside the title. */
  readonly facts?: ReactNode;
  readonly chips?: ReactNode;
  readonly actions?: ReactNode;
  /** The one sentence that answers the page's question. */
  readonly lead?: ReactNode;
}

export function PageHead({ crumbs, title, facts, chips, actions, lead }: PageHeadProps) {
  return (
    <>
      <div className="head">
        <div className="ident">
          {crumbs.length > 0 && (
            <nav aria-label="Fil d’Ariane">
              <ol className="crumb">
                {crumbs.map(({ label, href }) => (
                  <li key={href}>
                    <a href={href}>{label}</a>
                  </li>
                ))}
              </ol>
            </nav>
          )}
          <h1>
            {title} {facts && <small>{facts}</small>}
          </h1>
        </div>
        {actions && <div className="acts">{actions}</div>}
      </div>
      {chips && <p className="chips">{chips}</p>}
      {lead && <p className="lead">{typeof lead === "string" ? typeset(lead) : lead}</p>}
    </>
  );
}
