/** The formats every table is given in; the first where none is asked for. */
export const EXPORT_FORMATS = ["csv-fr", "csv", "xlsx", "json"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** `?format=`; the first format where absent, null where there is no such format. */
export function formatInAddress(value: string | null): ExportFormat | null {
  if (value === null || value === "") return EXPORT_FORMATS[0];
  return EXPORT_FORMATS.find((format) => format === value) ?? null;
}

/** The same address, asking for one format. */
export function inFormat(address: string, format: ExportFormat): string {
  return `${address}${address.includes("?") ? "&" : "?"}format=${format}`;
}
