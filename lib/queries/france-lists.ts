import { alphabetical } from "../format/fr";
import type { DepartmentOrder } from "../schemas/department-address";
import type { France } from "./france";
import type { DepartmentRow } from "./territory-rows";

/** All the departments, in one of the orders of their page. */
export function orderedDepartments(
  { departments, regions }: Pick<France, "departments" | "regions">,
  order: DepartmentOrder,
): readonly DepartmentRow[] {
  switch (order) {
    case "region":
      return regions.flatMap(({ code }) => departments.filter(({ regionCode }) => regionCode === code));
    case "taux":
      // They already come with those that hold data first.
      return departments;
    case "nom":
      return departments.toSorted((a, b) => alphabetical(a.name, b.name));
    case "habitants":
      return departments.toSorted((a, b) => b.population - a.population);
  }
}
