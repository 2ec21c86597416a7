/**
 * A real OpenID Connect provider, whose sign-in page takes anybody: the login typed is the address. It answers
 * signed claims (application/jwt), as ProConnect does, and vouches for no address that begins with « doute ».
 */
import { Provider } from "oidc-provider";

/**
 * @param {number} port where it listens, on this machine alone
 * @param {string} client origin of the product
 * @param {{ signed?: boolean }} [options]
 */
export async function startProvider(port, client, { signed = true } = {}) {
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [`${client}/api/auth/callback/oidc`],
        post_logout_redirect_uris: [`${client}/connexion`],
        grant_types: ["authorization_code"],
        response_types: ["code"],
        token_endpoint_auth_method: "client_secret_post",
        ...(signed ? { userinfo_signed_response_alg: /** @type {const} */ ("RS256") } : {}),
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["given_name", "usual_name"] },
    findAccount: async (_, id) => ({
      accountId: id,
      claims: async () => ({
        sub: id,
        email: id,
        email_verified: !id.startsWith("doute"),
        given_name: "Camille",
        usual_name: "Identité",
      }),
    }),
    features: { devInteractions: { enabled: true }, jwtUserinfo: { enabled: true } },
    pkce: { required: () => true },
    cookies: { keys: ["for the tests"] },
    ttl: { Session: 3600, Interaction: 600, Grant: 3600 },
  });
  await new Promise((resolve) => provider.listen(port, "127.0.0.1", () => resolve(undefined)));
  return issuer;
}

export const CLIENT = { id: "maillage", secret: "secret-of-the-tests-0123456789abcdef" };
