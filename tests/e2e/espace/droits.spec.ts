import { randomUUID } from "node:crypto";
import type { APIRequest, APIRequestContext } from "@playwright/test";
import { expect, test, type Someone } from "./people";
import { stateOf } from "./places.mjs";

/**
 * Every page and route of the private part, by each role, on one's own and on another's: what is not open
 * answers like what does not exist, and whoever is signed out is sent to sign in.
 */
const OWN = "haute-combraille-et-volcans";
const NOTHING = randomUUID();

const ROLES = ["arsAgent", "cpamAgent", "coordinator", "neighbour", "analyst", "administrator"] as const;
type Role = (typeof ROLES)[number] & Someone;

const PARTIES: readonly Role[] = ["arsAgent", "coordinator"];
const READERS: readonly Role[] = [...PARTIES, "analyst", "administrator"];
const EVERYBODY: readonly Role[] = ROLES;

/** Pages and routes that read, and who may; the CPTS is in the Puy-de-Dôme, the CPAM's agent in Drôme and Ardèche. */
const READS: readonly (readonly [path: string, allowed: readonly Role[]])[] = [
  ["/espace", EVERYBODY],
  ["/espace/compte", EVERYBODY],
  ["/espace/comptes", ["arsAgent", "cpamAgent", "administrator"]],
  ["/espace/comptes/inviter", ["arsAgent", "cpamAgent", "administrator"]],
  ["/espace/journal", ["administrator"]],
  ["/espace/cpts/nouvelle", ["arsAgent", "cpamAgent"]],
  [`/espace/cpts/${OWN}`, READERS],
  ...["identite", "territoire", "professionnels", "structures", "projet", "missions", "contrat"].map(
    (section) => [`/espace/cpts/${OWN}/${section}`, READERS] as const,
  ),
  [`/espace/cpts/${OWN}/propositions`, READERS],
  [`/espace/cpts/${OWN}/etapes`, READERS],
  [`/espace/cpts/${OWN}/reunions`, [...PARTIES, "analyst"]],
  [`/espace/cpts/${OWN}/reunions/nouvelle`, ["arsAgent"]],
  [`/espace/cpts/${OWN}/paiements`, READERS],
  [`/espace/cpts/${OWN}/paiements/nouveau`, ["arsAgent"]],
  [`/espace/cpts/${OWN}/paiements/${NOTHING}`, []],
  [`/espace/cpts/${OWN}/depenses`, READERS],
  [`/espace/cpts/${OWN}/indemnites`, READERS],
  ["/espace/paiements/importer", ["arsAgent", "cpamAgent"]],
  [`/espace/paiements/importer/${NOTHING}`, []],
  [`/espace/cpts/${OWN}/documents`, PARTIES],
  [`/espace/cpts/${OWN}/historique`, [...PARTIES, "administrator"]],
  [`/espace/cpts/${OWN}/dialogue`, READERS],
  [`/api/espace/cpts/${OWN}/dialogue`, READERS],
  [`/api/espace/cpts/${OWN}/territoire/departements/63`, READERS],
  [`/api/espace/cpts/${OWN}/documents/${NOTHING}`, []],
  [`/espace/propositions/${NOTHING}`, []],
  [`/espace/cpts/${OWN}/reunions/${NOTHING}`, []],
];

/** What writes, sent so that whoever may is stopped by the content: nothing changes from one to the next. */
const WRITES: readonly (readonly [
  method: "put" | "post" | "delete",
  path: string,
  allowed: readonly Role[],
])[] = [
  ["put", `/api/espace/cpts/${OWN}/sections/project/draft`, PARTIES],
  ["delete", `/api/espace/cpts/${OWN}/sections/identity/draft`, PARTIES],
  ["post", `/api/espace/cpts/${OWN}/sections/project`, PARTIES],
  ["post", `/api/espace/cpts/${OWN}/sections/contract`, ["arsAgent"]],
  ["post", `/api/espace/cpts/${OWN}/documents`, PARTIES],
  // Told in the journal, and so a write.
  ["post", "/api/espace/journal/export", ["administrator"]],
  ["post", "/api/espace/compte/donnees", EVERYBODY],
];

const status = async (request: APIRequestContext, path: string): Promise<number> =>
  (await request.get(path, { maxRedirects: 0 })).status();

const as = ({ request }: { request: APIRequest }, role: Role) =>
  request.newContext({ baseURL: test.info().project.use.baseURL, storageState: stateOf(role) });

for (const role of ROLES) {
  test(`${role} reads what is theirs, and nothing else`, async ({ playwright }) => {
    const request = await as(playwright, role);
    const found: Record<string, boolean> = {};
    for (const [path] of READS) found[path] = (await status(request, path)) === 200;
    expect(found).toEqual(Object.fromEntries(READS.map(([path, allowed]) => [path, allowed.includes(role)])));
    await request.dispose();
  });

  test(`${role} writes what is theirs, and nothing else`, async ({ playwright }) => {
    const request = await as(playwright, role);
    for (const [method, path, allowed] of WRITES) {
      const body = path.endsWith("documents")
        ? { multipart: { meeting: "" } }
        : { data: { version: -1, content: "x" } };
      const response = await request[method](path, { ...body, maxRedirects: 0 });
      const said = `${role} ${method} ${path}: ${response.status()}`;
      if (allowed.includes(role)) expect([200, 204, 409, 422], said).toContain(response.status());
      else expect([403, 404], said).toContain(response.status());
    }
  });
}

test("signed out, nothing is read nor written: pages lead to sign in, and back", async ({ request }) => {
  for (const [path] of READS) {
    const response = await request.get(path, { maxRedirects: 0 });
    if (path.startsWith("/api/")) expect(response.status(), path).toBe(401);
    else {
      expect(response.status(), path).toBe(307);
      expect(response.headers().location, path).toBe(`/connexion?retour=${encodeURIComponent(path)}`);
    }
  }
  for (const [method, path] of WRITES) {
    const body = path.endsWith("documents")
      ? { multipart: { meeting: "" } }
      : { data: { version: 0, content: {} } };
    expect((await request[method](path, body)).status(), path).toBe(401);
  }
});

test("better-auth’s own address opens nothing beside what an identity provider needs", async ({
  request,
  analyst,
}) => {
  for (const path of [
    "sign-up/email",
    "sign-in/email",
    "admin/list-users",
    "update-user",
    "change-email",
    "list-sessions",
  ]) {
    const asked = [request.get(`/api/auth/${path}`), analyst.request.post(`/api/auth/${path}`, { data: {} })];
    for (const response of await Promise.all(asked)) expect([404, 405], path).toContain(response.status());
  }
});
