import { Fragment } from "react";
import {
  piecesOf,
  wordsOf,
  type Block,
  type DocumentPart,
  type DocumentRow,
  type DocumentTable,
  type Piece,
  type Pieces,
} from "@/lib/format/document";
import { Absent } from "../ui/Absent";
import { Mark } from "../ui/Mark";
import { Money } from "../ui/Money";
import { Num } from "../ui/Num";

interface DocumentViewProps {
  readonly parts: readonly DocumentPart[];
  /** By part: the page where what it says is kept. */
  readonly kept: Readonly<Record<string, { readonly href: string; readonly label: string }>>;
}

/** The parts of a document as a page, under the headings that its contents lead to. */
export function DocumentView({ parts, kept }: DocumentViewProps) {
  return parts.map(({ id, title, blocks }) => (
    <section className="sec doc-part" key={id} id={id} aria-labelledby={`${id}-t`}>
      <div className="sechead">
        <h2 id={`${id}-t`}>
          <Num>{title}</Num>
        </h2>
        {kept[id] && (
          <div className="acts">
            <a className="btn" href={kept[id].href}>
              {kept[id].label}
            </a>
          </div>
        )}
      </div>
      {blocks.map((block, i) => (
        <BlockView key={i} block={block} />
      ))}
    </section>
  ));
}

/** Where each part is. */
export function DocumentContents({ parts }: { readonly parts: readonly DocumentPart[] }) {
  return (
    <nav className="me-toc doc-toc" aria-label="Sommaire du dossier">
      <ol>
        {parts.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case "heading":
      return <h3>{block.text}</h3>;
    case "paragraph":
      return (
        <p className={`doc-p ${block.tone ?? ""}`.trim()}>
          <PiecesView text={block.text} />
        </p>
      );
    case "facts":
      return (
        <dl className="doc-facts">
          {block.facts.map(({ term, text }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>
                <PiecesView text={text} />
              </dd>
            </div>
          ))}
        </dl>
      );
    case "list":
      return (
        <ul className="doc-list">
          {block.items.map((item, i) => (
            <li key={i}>
              <PiecesView text={item} />
            </li>
          ))}
        </ul>
      );
    case "table":
      return <TableView table={block} />;
    case "signatures":
      return (
        <ul className="doc-signatures">
          {block.parties.map(({ party, name }) => (
            <li key={party}>
              <b>{party}</b>
              {name !== null && name !== party && <span>{name}</span>}
            </li>
          ))}
        </ul>
      );
  }
}

function TableView({ table }: { readonly table: DocumentTable }) {
  const { caption, columns, rows, foot } = table;
  return (
    <table className="cards doc-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ label, numeric }) => (
            <th key={label} scope="col" className={numeric ? "num" : undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <RowView key={row.key} row={row} table={table} />
        ))}
      </tbody>
      {foot && (
        <tfoot>
          {foot.map((row) => (
            <RowView key={row.key} row={row} table={table} />
          ))}
        </tfoot>
      )}
    </table>
  );
}

function RowView({ row, table: { columns } }: { readonly row: DocumentRow; readonly table: DocumentTable }) {
  return (
    <tr>
      {columns.map(({ label, numeric, weight = 1 }, i) => {
        const text = row.cells[i] ?? "";
        if (i === 0) {
          return (
            <th key={label} scope="row">
              <PiecesView text={text} />
            </th>
          );
        }
        // On a phone, where each cell is a line of a card, one that says nothing is left out.
        const isEmpty = text === "";
        return (
          <td
            key={label}
            className={
              [numeric && "num", weight >= 2 && "full", isEmpty && "doc-none"].filter(Boolean).join(" ") ||
              undefined
            }
            data-l={label}
          >
            <PiecesView text={text} />
          </td>
        );
      })}
    </tr>
  );
}

function PiecesView({ text }: { readonly text: Pieces }) {
  return piecesOf(text).map((piece, i) => (
    <Fragment key={i}>
      <PieceView piece={piece} />
    </Fragment>
  ));
}

function PieceView({ piece }: { readonly piece: Piece }) {
  if (typeof piece === "string") return <Num>{piece}</Num>;
  switch (piece.kind) {
    case "money": {
      const figure = piece.mark ? (
        <Money cents={piece.cents} mark={piece.mark} />
      ) : (
        <Money cents={piece.cents} />
      );
      return (
        <>
          {piece.isMinimum && <span className="mut">au moins </span>}
          {figure}
        </>
      );
    }
    case "absent":
      return <Absent why={piece.why} />;
    case "mark":
      return <Mark mark={piece.mark} />;
    case "strong":
      return <b>{wordsOf(piece)}</b>;
    case "link":
      return (
        <a href={piece.href} rel="noopener noreferrer">
          {piece.text}
        </a>
      );
  }
}
