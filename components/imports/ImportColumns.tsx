import type { ImportPage } from "@/lib/queries/imports/pages";
import { ColumnChoice } from "../forms/ColumnChoice";

interface ImportColumnsProps {
  readonly page: ImportPage;
  readonly choose: (form: FormData) => Promise<void>;
}

/** Which column says what: proposed from the headings, changed here, remembered for files of the same headings. */
export function ImportColumns({ page: { headings, columns }, choose }: ImportColumnsProps) {
  if (headings === null) return null;
  return (
    <form className="column-choices" action={choose}>
      {columns.map(({ field, label, index, isMissing }) => (
        <ColumnChoice
          key={field}
          id={`colonne-${field.replace(/[^a-z]/gi, "-")}`}
          name={`c_${field}`}
          label={label}
          headings={headings}
          index={index}
          isMissing={isMissing}
          none={isMissing ? "Choisir…" : "Aucune colonne"}
        />
      ))}
      <button className="btn" type="submit">
        Relire avec ces colonnes
      </button>
    </form>
  );
}
