import { when } from "@/lib/format/fr";
import { SOURCE_KIND } from "@/lib/format/labels";
import type { Footnote } from "@/lib/queries/footnotes";
import { Num } from "./Num";

/** The sources of a page, numbered as its references; each with the sense of what the page takes from it. */
export function SourceList({ footnotes }: { readonly footnotes: readonly Footnote[] }) {
  return (
    <ol className="sources">
      {footnotes.map(({ number, source, citations }) => (
        <li key={source.id} id={`s${number}`} data-n={number}>
          <div>
            <p>
              <b>{source.publisher}</b>, <SourceTitle title={source.title} url={source.url} />
              {source.published && `, ${when(source.published)}`}{" "}
              <span className="mut">({SOURCE_KIND[source.kind]})</span>
            </p>
            {source.reference && <p className="mut">{source.reference}</p>}
            <ul className="senses">
              {citations.map((citation) => (
                <li key={citation.id}>
                  <Num>{citation.sense}</Num>
                  {citation.note && (
                    <span className="mut">
                      {" "}
                      <Num>{citation.note}</Num>
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </div>
        </li>
      ))}
    </ol>
  );
}

function SourceTitle({ title, url }: { readonly title: string; readonly url: string | null }) {
  if (url === null || !/^https?:\/\//.test(url)) return title;
  return (
    <a href={url} rel="noopener noreferrer">
      {title}
    </a>
  );
}
