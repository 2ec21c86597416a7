import { when } from "@/lib/format/fr";
import { SOURCE_KIND } from "@/lib/format/labels";
import type { Source } from "@/lib/record/sources";

/** Every document that a figure of the product comes from. */
export function Documents({ sources }: { readonly sources: readonly Source[] }) {
  return (
    <table className="cards">
      <caption className="vh">Les documents dont viennent les chiffres</caption>
      <thead>
        <tr>
          <th scope="col">Document</th>
          <th scope="col">Éditeur</th>
          <th scope="col">Date</th>
          <th scope="col">Nature</th>
        </tr>
      </thead>
      <tbody>
        {sources.map(({ id, title, publisher, published, kind, url, reference }) => (
          <tr key={id}>
            <th scope="row">
              {url !== null && /^https?:/.test(url) ? (
                <a href={url} rel="noopener noreferrer">
                  {title}
                </a>
              ) : (
                title
              )}
              {reference && <span className="me-detail">{reference}</span>}
            </th>
            <td className="full" data-l="Éditeur">
              {publisher}
            </td>
            <td data-l="Date">{published ? when(published) : "non datée"}</td>
            <td data-l="Nature">{SOURCE_KIND[kind]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
