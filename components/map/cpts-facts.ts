import { between, count } from "@/lib/format/fr";
import { PERIMETER, STAGE } from "@/lib/format/labels";
import type { DepartmentCptsRow } from "@/lib/queries/department-page";
import { PAST_TERM } from "../ui/Flag";

/** « ACI signé, périmètre estimé, 56 706 habitants ici » */
export function factsOf({ state, perimeter, here }: DepartmentCptsRow): string {
  const facts = [STAGE[state.stage], `périmètre ${PERIMETER[perimeter].toLowerCase()}`];
  if (here) facts.push(`${between(here.population)} habitants sur ${count(here.communes, "commune")} ici`);
  if (state.pastTerm === "yes") facts.push(PAST_TERM.toLowerCase());
  return facts.join(", ");
}
