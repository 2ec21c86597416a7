import { count, integer, plural } from "@/lib/format/fr";
import type { ImportPage } from "@/lib/queries/imports/pages";
import { Callout } from "../ui/Notice";

interface ImportVerdictProps {
  readonly page: ImportPage;
  readonly confirm: () => Promise<void>;
}

/** What confirming would write, and the button that does: nothing is written before, and all or nothing then. */
export function ImportVerdict({ page: { counts, standing }, confirm }: ImportVerdictProps) {
  if (counts === null) return null;
  const { created, changed, unchanged, refused, cpts } = counts;
  const isWaiting = standing === "reported";
  return (
    <div className="import-verdict">
      <dl className="import-counts">
        <Count label={plural(created, "Créée")} value={created} />
        <Count label={plural(changed, "Changée")} value={changed} />
        <Count label={plural(unchanged, "Inchangée")} value={unchanged} />
        <Count label={plural(refused, "Refusée")} value={refused} isRefused />
      </dl>
      {isWaiting && refused > 0 && (
        <Callout kind="error">
          <p>
            <b>Rien ne peut être enregistré</b>
            {"\u00a0"}: {count(refused, "ligne est refusée", "lignes sont refusées")}. Un fichier est
            enregistré entier, ou pas du tout. Corrigez {refused > 1 ? "ces lignes" : "cette ligne"} dans
            votre fichier, puis renvoyez-le.
          </p>
        </Callout>
      )}
      {isWaiting && refused === 0 && created + changed === 0 && (
        <Callout kind="info">
          <p>
            <b>Rien à enregistrer.</b> Les fiches disent déjà tout ce que dit ce fichier.
          </p>
        </Callout>
      )}
      {isWaiting && refused === 0 && created + changed > 0 && (
        <form action={confirm}>
          <button className="btn pri" type="submit">
            Enregistrer {count(created + changed, "ligne")}, {count(cpts, "CPTS", "CPTS")}
          </button>
        </form>
      )}
    </div>
  );
}

function Count({
  label,
  value,
  isRefused = false,
}: {
  readonly label: string;
  readonly value: number;
  readonly isRefused?: boolean;
}) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className={isRefused && value > 0 ? "row-refused" : undefined}>{integer(value)}</dd>
    </div>
  );
}
