import { choiceInAddress, type Ignored, type Query } from "./address";

export const ROLE_CHOICES = ["tous", "coordinator", "agent", "analyst", "administrator"] as const;
export const STATE_CHOICES = ["tous", "ouverts", "retires"] as const;

/** What the page of accounts keeps in its address. */
export interface AccountsAddress {
  /** Part of a name, of an address, of a scope. */
  readonly text: string | null;
  readonly role: (typeof ROLE_CHOICES)[number];
  readonly state: (typeof STATE_CHOICES)[number];
  readonly ignored: readonly Ignored[];
}

export function accountsInAddress(query: Query): AccountsAddress {
  const role = choiceInAddress(query, "role", ROLE_CHOICES);
  const state = choiceInAddress(query, "etat", STATE_CHOICES);
  const text = typeof query.q === "string" && query.q.trim() !== "" ? query.q.trim() : null;
  return {
    text,
    role: role.value,
    state: state.value,
    ignored: [role.ignored, state.ignored].filter((one) => one !== null),
  };
}
