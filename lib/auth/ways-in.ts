/** How one may sign in here: by password unless closed, by an identity provider where one is set. */

/** The provider's id in the database and in its callback's address. */
export const IDENTITY_PROVIDER = "oidc";

export interface IdentityProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button says. */
  readonly label: string;
  readonly scopes: readonly string[];
  /** Asked of the provider where it wants it said (`eidas1`). */
  readonly acrValues: string | null;
  /** The provider vouches for addresses without saying `email_verified`. */
  readonly vouches: boolean;
}

/** `OIDC_ISSUER` and its companions; null where none is set. */
export function identityProvider(): IdentityProvider | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_LABEL, OIDC_SCOPES } = process.env;
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return null;
  return {
    issuer: OIDC_ISSUER.replace(/\/+$/, ""),
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    label: OIDC_LABEL || "Se connecter avec son organisme",
    scopes: (OIDC_SCOPES || "openid email profile").split(/[\s,]+/).filter(Boolean),
    acrValues: process.env.OIDC_ACR_VALUES || null,
    vouches: process.env.OIDC_TRUST_EMAIL === "1",
  };
}

/** `PASSWORD_SIGN_IN=off` closes passwords, unless nobody could sign in then. */
export function isPasswordOpen(): boolean {
  return process.env.PASSWORD_SIGN_IN !== "off" || identityProvider() === null;
}
