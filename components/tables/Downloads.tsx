import { FORMAT } from "@/lib/format/exports";
import { inFormat, type ExportFormat } from "@/lib/schemas/export-format";
import { count } from "@/lib/format/fr";
import { Icon } from "../ui/Icon";
import { Num } from "../ui/Num";
import { DownloadProgress } from "./DownloadProgress";

interface DownloadsProps {
  /** Address that gives the file, all of the page's day and filters in it; the format is added to it. */
  readonly href: string;
  /** What is downloaded: « les communes du département ». */
  readonly what: string;
  /** Rows of the file, where the page knows. */
  readonly rows?: number;
  /** A file that takes a while says how far it is, and can be given up. */
  readonly long?: boolean;
}

const ORDER: readonly ExportFormat[] = ["csv-fr", "xlsx", "csv", "json"];

/** The one place where a table is taken away: four formats, each with what it is for. Plain links. */
export function Downloads({ href, what, rows, long = false }: DownloadsProps) {
  const list = (
    <ul>
      {ORDER.map((format) => (
        <li key={format}>
          <a href={inFormat(href, format)} download>
            {FORMAT[format].name}
            <span className="vh"> : {what}</span>
          </a>{" "}
          <span className="mut">{FORMAT[format].use}</span>
        </li>
      ))}
    </ul>
  );
  return (
    <details className="downloads">
      <summary>
        <Icon name="save" /> <span>Télécharger {what}</span>
        {rows !== undefined && (
          <span className="mut">
            {" "}
            <Num>{`(${count(rows, "ligne")})`}</Num>
          </span>
        )}
      </summary>
      {long ? <DownloadProgress>{list}</DownloadProgress> : list}
    </details>
  );
}
