import { count, integer, plural } from "@/lib/format/fr";
import type { PaymentFilePage } from "@/lib/queries/payment-files";
import { Money } from "../ui/Money";
import { Callout } from "../ui/Notice";

interface ConfirmImportProps {
  readonly page: PaymentFilePage;
  readonly confirm: (form: FormData) => Promise<void>;
}

/** What confirming would write, and the button that does: nothing is written before. */
export function ConfirmImport({ page: { report }, confirm }: ConfirmImportProps) {
  if (report === null) return null;
  const { add, known, refused } = report.counts;
  return (
    <div className="import-verdict">
      <dl className="import-counts">
        <div>
          <dt>À ajouter</dt>
          <dd>
            {integer(add)}{" "}
            {add > 0 && (
              <small>
                pour <Money cents={report.totalCents} />
              </small>
            )}
          </dd>
        </div>
        <div>
          <dt>Déjà {plural(known, "enregistrée")}</dt>
          <dd>{integer(known)}</dd>
        </div>
        <div>
          <dt>{plural(refused, "Refusée")}</dt>
          <dd className={refused > 0 ? "row-refused" : undefined}>{integer(refused)}</dd>
        </div>
      </dl>
      {add === 0 && refused === 0 && (
        <Callout kind="info">
          <b>Rien à ajouter.</b> Toutes les lignes de ce fichier sont déjà enregistrées.
        </Callout>
      )}
      {add === 0 && refused > 0 && (
        <Callout kind="error">
          <b>Rien à ajouter.</b> Corrigez les lignes refusées dans votre tableur, puis renvoyez le fichier.
        </Callout>
      )}
      {add > 0 && (
        <form className="stack" action={confirm}>
          {refused > 0 && (
            <div>
              <p>
                Le mieux est de corriger {refused > 1 ? "les lignes refusées" : "la ligne refusée"} dans votre
                tableur et de renvoyer le fichier{"\u00a0"}: les lignes déjà enregistrées ne le seront pas
                deux fois.
              </p>
              <label className="tick" htmlFor="laisser">
                <input id="laisser" type="checkbox" name="leaveOut" value="1" />
                <span>
                  Laisser de côté{" "}
                  {refused > 1 ? `les ${integer(refused)} lignes refusées` : "la ligne refusée"}
                </span>
              </label>
            </div>
          )}
          <button className="btn pri" type="submit">
            Enregistrer {count(add, "versement")}
          </button>
        </form>
      )}
    </div>
  );
}
