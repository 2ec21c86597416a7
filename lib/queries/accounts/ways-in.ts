import { identityProvider, isPasswordOpen } from "../../auth/ways-in";
import { isMailConfigured } from "../../mail/send";

/** How one may sign in here. */
export interface WaysIn {
  readonly password: boolean;
  /** What the identity provider's button says; null where there is none. */
  readonly identity: string | null;
  /** A forgotten password is mended by mail; else by whoever invited. */
  readonly mail: boolean;
}

export function waysIn(): WaysIn {
  return {
    password: isPasswordOpen(),
    identity: identityProvider()?.label ?? null,
    mail: isMailConfigured(),
  };
}
