import { choiceInAddress, pageInAddress, type Ignored, type Query } from "./address";

export const DUE_VIEWS = ["a_venir", "retard", "reprises"] as const;
export type DueView = (typeof DUE_VIEWS)[number];

/** Months ahead. */
export const DUE_HORIZONS = ["6", "3", "12", "24"] as const;

/** What the calendar of a territory keeps in its address. */
export interface DuesAddress {
  readonly view: DueView;
  readonly months: number;
  /** Department code as typed; null: all. The query knows which there are. */
  readonly department: string | null;
  readonly page: number;
  readonly ignored: readonly Ignored[];
}

export function duesInAddress(query: Query): DuesAddress {
  const view = choiceInAddress(query, "vue", DUE_VIEWS);
  const months = choiceInAddress(query, "mois", DUE_HORIZONS);
  const page = pageInAddress(query, "page");
  return {
    view: view.value,
    months: Number(months.value),
    department: typeof query.departement === "string" && query.departement ? query.departement : null,
    page: page.page,
    ignored: [view.ignored, months.ignored, page.ignored].filter((found) => found !== null),
  };
}
