import "server-only";
import { betterAuth } from "better-auth";
import { APIError, getOAuthState } from "better-auth/api";
import { genericOAuth } from "better-auth/plugins";
import { LRUCache } from "lru-cache";
import { z } from "zod";
import type { Database } from "../db/database";
import { optionsOf } from "./better-auth";
import { IDENTITY_PROVIDER, identityProvider, type IdentityProvider } from "./ways-in";

/** Who the provider says that somebody is. */
export interface Identity {
  readonly subject: string;
  readonly email: string | null;
  /** The provider vouches for the address. */
  readonly verified: boolean;
  readonly name: string;
}

/** Why an identity cannot accept an invitation. */
export type IdentityRefusal = "lien" | "adresse" | "non-verifiee" | "autre-compte";

/**
 * Tells of an identity that comes from an invitation's page, before it signs in; what it returns stops there.
 * @param invitation the hash of the invitation's secret.
 */
export type OnInvited = (invitation: string, identity: Identity) => Promise<IdentityRefusal | null>;

/** Where every failure of a sign-in by identity is told. */
export const IDENTITY_PAGE = "/connexion/identite";
/** Where the provider sends back whoever signed out: to be declared there. */
export const SIGNED_OUT_PAGE = "/connexion";
/** Given back by the provider: what tells the page that one comes from there. */
export const SIGNED_OUT_STATE = "sortie";
const MOST_ORIGINS = 8;
const ANSWER_MS = 10_000;
const NO_ADDRESS = "sans-adresse@identite.invalid";

const claimsSchema = z.looseObject({
  sub: z.string().min(1),
  email: z.email().optional().catch(undefined),
  email_verified: z.union([z.boolean(), z.string()]).optional(),
  name: z.string().optional(),
  given_name: z.string().optional(),
  family_name: z.string().optional(),
  usual_name: z.string().optional(),
});

type Auth = Awaited<ReturnType<typeof create>>;
const INSTANCES = new WeakMap<Database, LRUCache<string, Promise<Auth>>>();

/** better-auth with the identity provider, or null where none is set. An identity never makes an account here. */
export function identityAuth(database: Database, origin: string, onInvited: OnInvited): Promise<Auth> | null {
  const provider = identityProvider();
  if (provider === null) return null;
  let known = INSTANCES.get(database);
  if (!known) INSTANCES.set(database, (known = new LRUCache({ max: MOST_ORIGINS })));
  const key = `${origin} ${provider.issuer} ${provider.clientId}`;
  const instance = known.get(key);
  if (instance) return instance;
  const made = create(database, origin, provider, onInvited);
  known.set(key, made);
  made.catch(() => known.delete(key));
  return made;
}

async function create(database: Database, origin: string, provider: IdentityProvider, onInvited: OnInvited) {
  const { issuer, clientId, clientSecret, scopes, acrValues, vouches } = provider;
  const discoveryUrl = `${issuer}/.well-known/openid-configuration`;
  const options = await optionsOf(database, origin);
  return betterAuth({
    ...options,
    databaseHooks: {
      ...options.databaseHooks,
      account: {
        update: {
          // Of its tokens, the one that ends the provider's own session is kept until sign-out, and no other.
          before: async (account) => ({
            data: { ...account, accessToken: null, refreshToken: null, accessTokenExpiresAt: null },
          }),
        },
      },
    },
    onAPIError: { errorURL: IDENTITY_PAGE },
    plugins: [
      genericOAuth({
        config: [
          {
            providerId: IDENTITY_PROVIDER,
            discoveryUrl,
            clientId,
            clientSecret,
            scopes: [...scopes],
            pkce: true,
            disableSignUp: true,
            disableImplicitSignUp: true,
            ...(acrValues === null ? {} : { authorizationUrlParams: { acr_values: acrValues } }),
            getUserInfo: async ({ accessToken }) => {
              const claims = await userInfo(discoveryUrl, accessToken ?? "");
              if (claims === null) return null;
              // The subject is matched with the verified id token's by better-auth.
              return {
                ...claims,
                id: claims.sub,
                email: claims.email ?? NO_ADDRESS,
                emailVerified: isVouched(claims.email_verified, vouches),
              };
            },
            mapProfileToUser: async (profile) => {
              const claims = claimsSchema.parse(profile);
              const state: { invitation?: unknown } | null = await getOAuthState();
              if (typeof state?.invitation !== "string") return {};
              const refusal = await onInvited(state.invitation, identityOf(claims, vouches));
              if (refusal !== null) {
                throw new APIError("FOUND", undefined, { location: `${IDENTITY_PAGE}?error=${refusal}` });
              }
              return {};
            },
          },
        ],
      }),
    ],
  });
}

/**
 * The provider's page that ends the session there too (OpenID Connect RP-Initiated Logout 1.0), which leads
 * back to {@link SIGNED_OUT_PAGE}; null where the provider names none, or cannot be reached.
 */
export async function providerSignOut(auth: Auth, idToken: string): Promise<string | null> {
  const { socialProviders } = await auth.$context;
  const provider = socialProviders.find(({ id }) => id === IDENTITY_PROVIDER);
  const url = await provider?.createEndSessionURL?.({
    idToken,
    postLogoutRedirectURI: SIGNED_OUT_PAGE,
    state: SIGNED_OUT_STATE,
  });
  return url?.toString() ?? null;
}

function identityOf(claims: z.infer<typeof claimsSchema>, vouches: boolean): Identity {
  const family = claims.family_name ?? claims.usual_name;
  const name = claims.name ?? [claims.given_name, family].filter(Boolean).join(" ");
  const email = claims.email === undefined || claims.email === NO_ADDRESS ? null : claims.email.toLowerCase();
  return {
    subject: claims.sub,
    email,
    verified: email !== null && isVouched(claims.email_verified, vouches),
    name: name || (email ?? claims.sub),
  };
}

function isVouched(verified: boolean | string | undefined, vouches: boolean): boolean {
  return verified === undefined ? vouches : verified === true || verified === "true";
}

/**
 * The provider's claims. Some (ProConnect) answer a signed token rather than JSON: it comes straight from the
 * provider over TLS, which OpenID Connect Core 3.1.3.7 takes for the signature.
 */
async function userInfo(discoveryUrl: string, accessToken: string) {
  const discovery = await fetch(discoveryUrl, { signal: AbortSignal.timeout(ANSWER_MS) });
  const { userinfo_endpoint: address } = z
    .object({ userinfo_endpoint: z.url() })
    .parse(await discovery.json());
  const answer = await fetch(address, {
    headers: { Authorization: `Bearer ${accessToken}` },
    signal: AbortSignal.timeout(ANSWER_MS),
  });
  if (!answer.ok) return null;
  const text = await answer.text();
  const signed = (answer.headers.get("content-type") ?? "").includes("application/jwt");
  const json = signed ? Buffer.from(text.split(".")[1] ?? "", "base64url").toString("utf8") : text;
  return claimsSchema.parse(JSON.parse(json));
}
