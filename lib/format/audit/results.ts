import { MISSION } from "../labels";
import { crisisValue, CRISIS } from "../labels-results";
import { fieldsOf, text, type DocumentName, type Line } from "./lines";

type Fields = Readonly<Record<string, unknown>>;

const rows = (value: unknown): Fields[] => (Array.isArray(value) ? value.map(fieldsOf) : []);

/** The results of a contract year, one readable line per value: evidence by what it is called, never by an id. */
export function resultsLines(content: unknown, documentName: DocumentName): Line[] {
  const { crisisRecognised, missions, comment } = fieldsOf(content);
  const crisis = typeof crisisRecognised === "boolean" ? CRISIS[crisisValue(crisisRecognised)] : "";
  return [
    ...lineOf("crisis", "Crise reconnue par l’ARS", crisis),
    ...rows(missions).flatMap((one) => {
      const mission = text(one.mission);
      const name = mission in MISSION ? MISSION[mission as keyof typeof MISSION].short : mission;
      return [
        ...lineOf(`rate ${mission}`, `${name}, taux d’atteinte`, percentOf(one.achievement)),
        ...evidence(`rate ${mission}`, name, one, documentName),
        ...rows(one.indicators).flatMap((indicator, index) => {
          const { label, unit } = fieldsOf(indicator.terms);
          const title = `${name}\u00a0: ${text(label)}`;
          const value = text(indicator.value);
          return [
            ...lineOf(`value ${mission} ${index}`, title, value && `${value} ${text(unit)}`),
            ...evidence(`value ${mission} ${index}`, title, indicator, documentName),
          ];
        }),
      ];
    }),
    ...lineOf("comment", "Commentaire", text(comment)),
  ];
}

const percentOf = (rate: unknown): string =>
  typeof rate === "number" ? `${text(Math.round(rate * 1_000_000) / 10_000)}\u00a0%` : "";

function evidence(
  key: string,
  title: string,
  { documentId, link, comment }: Fields,
  documentName: DocumentName,
): Line[] {
  return [
    ...documentLine(`${key} document`, `${title}, document`, text(documentId), documentName),
    ...lineOf(`${key} link`, `${title}, lien`, text(link)),
    ...lineOf(`${key} comment`, `${title}, commentaire`, text(comment)),
  ];
}

/** Two documents may have one name, or none that is known: the id tells that one replaces the other. */
function documentLine(key: string, label: string, id: string, documentName: DocumentName): Line[] {
  const name = documentName(id);
  const value = name === undefined ? "un document joint" : `«\u00a0${name}\u00a0»`;
  return lineOf(key, label, id && value).map((line) => ({ ...line, identity: id }));
}

/** Every document that the results of an act name, for {@link DocumentName} to know them. */
export function documentsIn(content: unknown): string[] {
  return rows(fieldsOf(content).missions)
    .flatMap((one) => [one, ...rows(one.indicators)])
    .map(({ documentId }) => text(documentId))
    .filter(Boolean);
}

const lineOf = (key: string, label: string, value: string): Line[] =>
  value === "" ? [] : [{ key, label, value }];
