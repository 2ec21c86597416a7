import type { StageChoice as StageCode } from "@/lib/schemas/cpts-address";
import { FilterChoice } from "./FilterChoice";

interface DepartmentChoiceProps {
  readonly id: string;
  readonly departments: readonly { readonly code: string; readonly name: string }[];
  /** Its code; null: all. */
  readonly value: string | null;
}

/** Narrows a list to a department, among those that it has. */
export function DepartmentChoice({ id, departments, value }: DepartmentChoiceProps) {
  return (
    <FilterChoice id={id} name="departement" label="Département" value={value ?? ""}>
      <option value="">Tous</option>
      {departments.map(({ code, name }) => (
        <option key={code} value={code}>
          {code} {name}
        </option>
      ))}
    </FilterChoice>
  );
}

const STAGES: Readonly<Record<StageCode, string>> = {
  toutes: "Toutes",
  signe: "ACI signé",
  valide: "Projet de santé validé",
  intention: "Lettre d’intention",
  aucune: "Aucune en vigueur",
};

/** Narrows a list of CPTS to a stage. */
export function StageChoice({ id, value }: { readonly id: string; readonly value: StageCode }) {
  return (
    <FilterChoice id={id} name="etape" label="Étape" value={value}>
      {Object.entries(STAGES).map(([code, label]) => (
        <option key={code} value={code}>
          {label}
        </option>
      ))}
    </FilterChoice>
  );
}
