import { Absent } from "@/components/ui/Absent";
import { Money } from "@/components/ui/Money";
import { Num } from "@/components/ui/Num";
import { typeset } from "@/lib/format/typography";
import type { Method } from "@/lib/queries/method";

const SUBJECTS: Readonly<Record<string, string>> = {
  fonctionnement: "Fonctionnement",
  fixed: "Volet fixe d’une mission",
  variable: "Volet variable",
  indicators: "Indicateurs",
  ended: "Fin du contrat ou d’une mission",
  crisis: "Crise sanitaire",
  notItemised: "Non ventilé",
  term: "Terme du contrat",
  contract: "Annexe du contrat",
  deadlines: "Délais des missions",
};

/** What is paid and when: the text, where it is, and what Maillage chose where the text is silent. */
export function Rules({ method: { rules, ceiling } }: { readonly method: Method }) {
  return (
    <>
      <table className="cards me-rules">
        <caption className="vh">Règles de versement, leur source et la convention de Maillage</caption>
        <thead>
          <tr>
            <th scope="col">Objet</th>
            <th scope="col">Ce que dit la source</th>
            <th scope="col">Source</th>
            <th scope="col">Convention de Maillage</th>
          </tr>
        </thead>
        <tbody>
          {rules.map(({ id, rule, source, convention }) => (
            <tr key={id}>
              <th scope="row">{SUBJECTS[id] ?? id}</th>
              <td className="full" data-l="Ce que dit la source">
                <Num>{typeset(rule)}</Num>
              </td>
              <td className="full" data-l="Source">
                <Num>{typeset(source)}</Num>
              </td>
              <td className="full" data-l="Convention de Maillage">
                {convention ? <Num>{typeset(convention)}</Num> : <Absent why="sans_objet" />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="me-list">
        <li>
          Arrondis&nbsp;: tout se calcule au centime. Ce qui est partagé est distribué de nouveau&nbsp;:
          chaque part est arrondie au centime inférieur, et les centimes restants vont aux plus grandes, pour
          que la somme des parts soit toujours le total.
        </li>
        <li>
          Le contrat l’emporte&nbsp;: quand l’annexe d’une CPTS donne ses montants, ils remplacent ceux du
          barème et l’écart est montré.
        </li>
        <li>
          Les indicateurs de l’annexe&nbsp;: atteindre exactement un seuil, c’est l’atteindre&nbsp;; un palier
          dit tout ce que l’indicateur rapporte. Chaque année, les derniers paliers d’une mission totalisent
          son volet variable au centime, faute de quoi ils sont refusés et le dû reste «&nbsp;à
          confirmer&nbsp;». Sans indicateurs, c’est le taux d’atteinte de la mission qui s’applique. Une
          valeur qui manque n’est pas zéro&nbsp;: le volet est «&nbsp;non communiqué&nbsp;».
        </li>
        <li>
          Une année arrêtée au dialogue de gestion est fermée&nbsp;: elle garde ses indicateurs et son
          enveloppe tels qu’ils étaient ce jour-là, même si l’annexe ou la taille change ensuite. C’est une
          convention de Maillage, comme le fait qu’une année ne s’arrête qu’une fois finie.
        </li>
        <li>
          La taille d’une année du contrat est celle de son premier jour&nbsp;: un territoire étendu en cours
          d’année compte à partir de la suivante.
        </li>
        <li>
          Un versement qui nomme son année solde les échéances de cette année&nbsp;; sinon, la plus ancienne
          de sa ligne. L’ordre de saisie ne change rien. Avant le premier versement enregistré, rien n’est dit
          versé ni en retard&nbsp;: c’est «&nbsp;non communiqué&nbsp;». Une aide hors de l’accord ne solde
          aucune échéance.
        </li>
        <li>
          Reporté&nbsp;: ce qui est reçu et non dépensé, année après année et ligne par ligne. Une année sans
          dépenses communiquées rend la suite inconnue. Consommation&nbsp;: dépensé sur versé, là où les deux
          sont connus en entier.
        </li>
        <li>
          Le barème d’une année est celui en vigueur à son premier jour, sauf si le contrat est resté sous un
          barème antérieur.
        </li>
        <li>
          {typeset(ceiling.rule)} ({typeset(ceiling.source)}
          {ceiling.years.map(({ year, cents, mark, source }) => (
            <span key={year}>
              {" "}
              ; {year}&nbsp;: <Money cents={cents} mark={mark} detail={typeset(source)} />
            </span>
          ))}
          ). Maillage n’en connaît que des totaux sans nom, saisis par la CPTS.
        </li>
      </ul>
    </>
  );
}
