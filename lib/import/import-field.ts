/** A thing that a column may hold. */
export interface ImportField<K extends string = string> {
  readonly key: K;
  /** As a heading of the report and of the choice of columns. */
  readonly label: string;
  readonly required: boolean;
  /** Headings as one writes them, without accents nor capitals; the first found wins. */
  readonly headings: readonly string[];
}
