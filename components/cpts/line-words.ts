import { LINE_LABEL } from "@/lib/format/labels-money";
import type { DueKind, LineCode, Nature, Part } from "@/lib/funding";

export { LINE_LABEL };

interface NamedLine {
  readonly line: LineCode;
  readonly part: Part;
  readonly nature: Nature | null;
  /** Earned only in a year when the ARS recognises a crisis. */
  readonly crisisOnly: boolean;
}

/** « Qualité et pertinence, option ». */
export function lineName({ line, nature }: Pick<NamedLine, "line" | "nature">): string {
  return nature === "complementaire" ? `${LINE_LABEL[line]}, option` : LINE_LABEL[line];
}

export function partName({ line, part, crisisOnly }: Omit<NamedLine, "nature">): string {
  if (line === "non_ventile") return "maximum publié, moins les lignes";
  if (crisisOnly) return "variable, si crise reconnue";
  if (line === "crise_sanitaire") return "fixe, le plan";
  return part === "fixed" ? "fixe" : "variable";
}

export const INSTALMENT_KIND: Readonly<Record<DueKind, string>> = {
  signature: "en entier, à la signature",
  advance: "avance de 75\u00a0%",
  balance: "solde",
  variable: "volet variable, avec le solde",
  repayment: "reprise des sommes non acquises",
};
