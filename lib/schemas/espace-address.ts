import {
  choiceInAddress,
  pageInAddress,
  sortInAddress,
  type Ignored,
  type Query,
  type Sort,
} from "./address";
import { STAGE_CHOICES, type StageChoice } from "./cpts-address";

export const ESPACE_COLUMNS = ["nom", "departement", "etape", "fiche", "echeance"] as const;
export type EspaceColumn = (typeof ESPACE_COLUMNS)[number];

/** What the list of one's CPTS keeps in its address. */
export interface EspaceAddress {
  /** Department code as typed; null: all. The query knows which there are. */
  readonly department: string | null;
  readonly stage: StageChoice;
  readonly sort: Sort<EspaceColumn>;
  readonly page: number;
  readonly ignored: readonly Ignored[];
}

/** The least complete first: they are what one opens the list for. */
const LEAST_COMPLETE: Sort<EspaceColumn> = { by: "fiche", descending: false };

export function espaceInAddress(query: Query): EspaceAddress {
  const stage = choiceInAddress(query, "etape", STAGE_CHOICES);
  const { sort, ignored } = sortInAddress(query, "tri", ESPACE_COLUMNS, LEAST_COMPLETE);
  const page = pageInAddress(query, "page");
  const department =
    typeof query.departement === "string" && query.departement !== "" ? query.departement : null;
  return {
    department,
    stage: stage.value,
    sort,
    page: page.page,
    ignored: [stage.ignored, ignored, page.ignored].filter((found) => found !== null),
  };
}
