import { Icon } from "./Icon";

export const PAST_TERM = "Terme dépassé, renouvellement non renseigné";

/** A contract past its five years with neither renewal nor termination on record. */
export function Flag({ possibly = false }: { readonly possibly?: boolean }) {
  const words = possibly ? "Terme peut-être dépassé, renouvellement non renseigné" : PAST_TERM;
  return (
    <span className="flag" title={words}>
      <Icon name="flag" />
      <span className="vh"> {words}</span>
    </span>
  );
}
