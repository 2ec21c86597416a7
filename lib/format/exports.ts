import type { ExportFormat } from "../schemas/export-format";

/** What each format is called, and whom it is for. */
export const FORMAT: Readonly<Record<ExportFormat, { readonly name: string; readonly use: string }>> = {
  "csv-fr": {
    name: "CSV pour Excel",
    use: "s’ouvre d’un double-clic dans un Excel en français\u00a0; codes gardés en texte",
  },
  xlsx: { name: "Excel (XLSX)", use: "cellules typées, titres figés, feuille «\u00a0À lire\u00a0»" },
  csv: { name: "CSV", use: "RFC 4180, virgules, points décimaux\u00a0: R, Python, bases de données" },
  json: { name: "JSON", use: "montants en centimes, description des colonnes\u00a0: programmes" },
};
