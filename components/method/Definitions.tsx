import { typeset } from "@/lib/format/typography";

const TERMS: readonly { readonly term: string; readonly meaning: string }[] = [
  {
    term: "CPTS",
    meaning:
      "Communauté professionnelle territoriale de santé : des professionnels de santé d’un territoire défini, organisés autour d’un projet de santé.",
  },
  {
    term: "ACI",
    meaning:
      "Accord conventionnel interprofessionnel : l’accord national, et par extension le contrat signé sous lui entre la CPTS, l’Assurance Maladie (CPAM) et l’ARS.",
  },
  {
    term: "Avenant",
    meaning:
      "Une modification datée : de l’accord national, et le barème change ; ou du contrat d’une CPTS (territoire, missions, renouvellement).",
  },
  { term: "Barème", meaning: "Les montants d’une version de l’ACI, par taille et par mission." },
  { term: "Taille", meaning: "De 1 à 4, selon la population couverte." },
  { term: "Fonctionnement", meaning: "L’enveloppe qui fait vivre la CPTS elle-même." },
  {
    term: "Mission",
    meaning: "L’une des missions de l’ACI ; socle : obligatoire ; complémentaire : facultative.",
  },
  {
    term: "Parts fixe et variable",
    meaning: "Le volet fixe paie les moyens, dès que la mission démarre ; le volet variable, les résultats.",
  },
  {
    term: "Étape",
    meaning:
      "Lettre d’intention, projet de santé validé, ACI signé ; puis renouvelé, résilié, ou terme dépassé.",
  },
  {
    term: "Zone blanche",
    meaning:
      "Les communes dans le territoire d’aucune CPTS à une date. Tant que toutes les CPTS signées du département ne sont pas décrites avec un périmètre déclaré, Maillage dit « hors périmètre connu ».",
  },
  { term: "PMUN", meaning: "Population municipale de l’INSEE, avec laquelle la couverture est comptée." },
  {
    term: "Dialogue de gestion",
    meaning: "La revue annuelle entre ARS, CPAM et CPTS, qui arrête les résultats et le volet variable.",
  },
  {
    term: "FIR",
    meaning: "Fonds d’intervention régional : ce sur quoi l’ARS paie le démarrage et l’écriture du projet.",
  },
];

/** The words, in the sense that every page gives them. */
export function Definitions() {
  return (
    <dl className="me-terms">
      {TERMS.map(({ term, meaning }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{typeset(meaning)}</dd>
        </div>
      ))}
    </dl>
  );
}
