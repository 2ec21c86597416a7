import { cptsCalled } from "@/lib/format/cpts";
import type { DocumentPart, PrintedDocument } from "@/lib/format/document";
import { day, NBSP } from "@/lib/format/fr";
import { typeset } from "@/lib/format/typography";
import type { DialogueYear } from "@/lib/queries/money";
import { leadOf } from "../money/FinanceView";
import { amountsPart, calendarPart } from "./amounts";
import { decisionsPart, openPointsPart, signaturesPart, sourcesPart } from "./closing";
import type { FileOfYear } from "./file";
import { contractPart, identityPart, territoryPart } from "./identity";
import { resultsPart } from "./results";
import { spendingPart } from "./spending";

/** The file of the dialogue de gestion in words, for its page and for its PDF alike. */
export function dialogueDocument(file: FileOfYear): PrintedDocument {
  const { finance, of, today, name } = file;
  const parts: readonly DocumentPart[] = [
    identityPart(file),
    contractPart(file),
    territoryPart(file),
    resultsPart(file),
    amountsPart(file),
    calendarPart(file),
    spendingPart(file),
    decisionsPart(file),
    openPointsPart(file),
    sourcesPart(file),
    signaturesPart(file),
  ];
  return {
    title: "Dialogue de gestion",
    subject: `${cptsCalled(name)}, année ${of.year.year}`,
    lead: typeset(leadOf(finance, of.year)),
    draft: draftOf(of),
    made: `Maillage, état au ${day(today)}`,
    parts: parts.map((part, i) => ({ ...part, title: `${i + 1}.${NBSP}${part.title}` })),
  };
}

/** Why the file is no final one: a year is final once the dialogue de gestion has settled its results. */
function draftOf({ results, year }: DialogueYear): string | null {
  if (results.review?.status === "settled") return null;
  if (year.standing === "to_come") return "Année à venir, résultats non arrêtés";
  return "Résultats non arrêtés";
}
