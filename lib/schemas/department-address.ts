import { choiceInAddress, sortInAddress, type Ignored, type Query, type Sort } from "./address";

/** `carte` is the whole page; the two others list communes. */
export const DEPARTMENT_VIEWS = ["carte", "communes", "hors-perimetre"] as const;
export type DepartmentViewName = (typeof DEPARTMENT_VIEWS)[number];

export const DEPARTMENT_CPTS_COLUMNS = ["nom", "signature", "communes", "habitants", "maximum"] as const;
export type DepartmentCptsColumn = (typeof DEPARTMENT_CPTS_COLUMNS)[number];

export const COMMUNE_LINE_COLUMNS = ["nom", "code", "epci", "habitants", "etape"] as const;
export type CommuneLineColumn = (typeof COMMUNE_LINE_COLUMNS)[number];

/** What the page of a department keeps in its address beside the day: `tri` is of the table that its view shows. */
export interface DepartmentAddress {
  readonly view: DepartmentViewName;
  readonly cptsBy: Sort<DepartmentCptsColumn>;
  readonly communesBy: Sort<CommuneLineColumn>;
  readonly ignored: readonly Ignored[];
}

const MOST_PEOPLED = { by: "habitants", descending: true } as const;

export function departmentInAddress(query: Query): DepartmentAddress {
  const view = choiceInAddress(query, "vue", DEPARTMENT_VIEWS);
  const sorted = view.value === "carte" ? query : {};
  const cpts = sortInAddress(sorted, "tri", DEPARTMENT_CPTS_COLUMNS, MOST_PEOPLED);
  const listed = view.value === "carte" ? {} : query;
  const communes = sortInAddress(listed, "tri", COMMUNE_LINE_COLUMNS, MOST_PEOPLED);
  return {
    view: view.value,
    cptsBy: cpts.sort,
    communesBy: communes.sort,
    ignored: [view.ignored, cpts.ignored, communes.ignored].filter((found) => found !== null),
  };
}

export const DEPARTMENT_ORDERS = ["region", "taux", "nom", "habitants"] as const;
export type DepartmentOrder = (typeof DEPARTMENT_ORDERS)[number];

/** The order of the departments of France: by region unless told. */
export function orderInAddress(query: Query) {
  return choiceInAddress(query, "tri", DEPARTMENT_ORDERS);
}
