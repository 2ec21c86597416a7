import { Num } from "@/components/ui/Num";
import { count } from "@/lib/format/fr";

type Kind = "region" | "departement" | "commune" | "cpts";

interface Result {
  readonly kind: Kind;
  readonly label: string;
  readonly detail: string;
  readonly href: string;
}

interface SearchAnswerProps {
  /** As typed; empty when nothing was. */
  readonly text: string;
  readonly results: readonly Result[];
}

const KINDS: readonly { readonly kind: Kind; readonly title: string }[] = [
  { kind: "region", title: "Régions" },
  { kind: "departement", title: "Départements" },
  { kind: "commune", title: "Communes" },
  { kind: "cpts", title: "CPTS" },
];

/** What was found, kind by kind, or what to try instead. */
export function SearchAnswer({ text, results }: SearchAnswerProps) {
  if (text === "") {
    return (
      <p className="note fr-after">
        Un nom suffit, sans accents ni majuscules&nbsp;; ou un code postal, un code de commune, un numéro de
        département.
      </p>
    );
  }
  if (results.length === 0) return <NothingFound text={text} />;
  return (
    <>
      <p className="fr-found" role="status">
        {count(results.length, "résultat")} pour «&nbsp;{text}&nbsp;»
      </p>
      {KINDS.map(({ kind, title }) => {
        const found = results.filter((result) => result.kind === kind);
        if (found.length === 0) return null;
        return (
          <section key={kind} className="sec fr-hits" aria-labelledby={`hits-${kind}`}>
            <h2 id={`hits-${kind}`}>{title}</h2>
            <ul>
              {found.map(({ href, label, detail }) => (
                <li key={href}>
                  <a href={href}>{label}</a>{" "}
                  <span className="mut">
                    <Num>{detail}</Num>
                  </span>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      <p className="note fr-after">
        Les plus peuplées d’abord ; toutes ne sont pas montrées quand beaucoup répondent&nbsp;: un nom plus
        long ou le code postal précise.
      </p>
    </>
  );
}

function NothingFound({ text }: { readonly text: string }) {
  return (
    <div className="fr-after" role="status">
      <p>
        <b>Rien ne répond à «&nbsp;{text}&nbsp;».</b>
      </p>
      <p className="note">
        Vérifiez le nom ou le code postal. Les anciennes communes se trouvent par leur code INSEE&nbsp;; les
        CPTS, par leur nom, quand Maillage les décrit.
      </p>
      <p className="note">
        <a href="/departements">Chercher dans la liste des départements</a>
      </p>
    </div>
  );
}
