import { randomUUID } from "node:crypto";
import type { APIRequestContext, APIResponse } from "@playwright/test";
import fc from "fast-check";
import { expect, freshCoordinator, newContext, test } from "./people";

/** What a browser would never send, sent to the private part by somebody who may write there, and by others. */
const SLUG = "val-d-allier-sud";
const section = (name: string) => `/api/espace/cpts/${SLUG}/sections/${name}`;

const put = (request: APIRequestContext, name: string, data: unknown, headers = {}) =>
  request.put(`${section(name)}/draft`, { data: data as object, headers });

/** Refused with a sentence in French, as a problem. */
async function expectRefused(response: APIResponse, status: number): Promise<void> {
  expect(response.status()).toBe(status);
  expect(response.headers()["content-type"]).toContain("application/problem+json");
  const { title, detail } = (await response.json()) as { title: string; detail: string };
  expect(title).not.toBe("");
  expect(detail).toMatch(/[a-zé]+ .*\./);
}

test.describe.configure({ mode: "serial" });

test("another site, a replay, a lie about one's version: nothing is stored", async ({
  browser,
  administrator,
}) => {
  const { page, close } = await freshCoordinator(browser, administrator, SLUG);
  const content = { summary: "Un projet", axes: [] };
  const body = { version: 0, content };
  await expectRefused(await put(page.request, "project", body, { origin: "https://ailleurs.example" }), 403);
  await expectRefused(await put(page.request, "project", body, { "sec-fetch-site": "cross-site" }), 403);

  expect(await (await put(page.request, "project", body)).json()).toMatchObject({ version: 1 });
  await expectRefused(await put(page.request, "project", body), 409);
  for (const version of [2, -1, 0.5, "1", null, { $gt: 0 }, Number.MAX_SAFE_INTEGER]) {
    await expectRefused(await put(page.request, "project", { version, content: { summary: "autre" } }), 409);
  }
  const dropped = await page.request.delete(`${section("project")}/draft`, { data: { version: 1 } });
  expect(dropped.status()).toBe(204);
  await close();
});

test("ten megabytes, a million communes, no JSON: refused before anything is kept", async ({
  browser,
  administrator,
}) => {
  const { page, close } = await freshCoordinator(browser, administrator, SLUG);
  const { request } = page;
  await expectRefused(
    await put(request, "project", { version: 0, content: { summary: "x".repeat(10_000_000) } }),
    413,
  );
  const commune = { code: "63113", share: "whole", note: null };
  const communes = Array.from({ length: 1_000_000 }, () => commune);
  await expectRefused(
    await put(request, "territory", { version: 0, content: { from: null, communes } }),
    413,
  );
  const fewer = { from: "2027-01-01", communes: communes.slice(0, 30_000) };
  await expectRefused(await put(request, "territory", { version: 0, content: fewer }), 422);
  await expectRefused(
    await request.post(section("identity"), { data: { content: fewer, draftVersion: 0 } }),
    422,
  );

  for (const data of ["", "{", "null", "[]", '"texte"', "\u0000", "<xml/>"]) {
    const headers = { "content-type": "application/json" };
    await expectRefused(await request.put(`${section("project")}/draft`, { data, headers }), 400);
  }
  const form = { version: "0", content: "x" };
  await expectRefused(await request.put(`${section("project")}/draft`, { form }), 400);
  expect(await (await put(request, "project", { version: 0, content: {} })).json()).toMatchObject({
    version: 1,
  });
  await request.delete(`${section("project")}/draft`, { data: { version: 1 } });
  await close();
});

test("any JSON at all is answered, never by an internal error", async ({ browser, administrator }) => {
  const { page, close } = await freshCoordinator(browser, administrator, SLUG);
  const sections = [
    "identity",
    "professionals",
    "partners",
    "project",
    "territory",
    "missions",
    "contract",
    "indicators",
  ];
  const field = fc.constantFrom(
    "name",
    "contacts",
    "communes",
    "from",
    "counts",
    "structures",
    "axes",
    "steps",
  );
  const anything = fc.oneof(fc.jsonValue(), fc.dictionary(field, fc.jsonValue()));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...sections),
      anything,
      fc.jsonValue(),
      async (name, content, version) => {
        const drafted = await put(page.request, name, { version, content });
        expect([200, 409, 422]).toContain(drafted.status());
        const saved = await page.request.post(section(name), { data: { content, draftVersion: version } });
        expect([200, 403, 409, 422]).toContain(saved.status());
      },
    ),
    { numRuns: 60, endOnFailure: true },
  );
  await close();
});

test("a forged identifier finds nothing, and says no more than that", async ({ coordinator }) => {
  const { request } = coordinator;
  const names = [
    "nulle-part",
    "..%2f..%2fetc%2fpasswd",
    "%00",
    "'; DROP TABLE cpts; --",
    "💥",
    "a".repeat(3_000),
  ];
  for (const name of names) {
    const data = { version: 0, content: {} };
    const response = await request.put(`/api/espace/cpts/${encodeURI(name)}/sections/project/draft`, {
      data,
    });
    expect([400, 404]).toContain(response.status());
  }
  for (const name of ["inconnue", "__proto__", "constructor", "toString", "1"]) {
    expect((await put(request, name, { version: 0, content: {} })).status()).toBe(404);
  }
  for (const id of [randomUUID(), "1", "' OR 1=1 --", "%F0%9F%92%A5", "null"]) {
    const page = await request.get(`/espace/propositions/${encodeURIComponent(id)}`);
    expect(page.status()).toBe(404);
    const document = await request.get(
      `/api/espace/cpts/haute-combraille-et-volcans/documents/${encodeURIComponent(id)}`,
    );
    expect(document.status()).toBe(404);
  }
});

test("a forged or borrowed session is nobody's", async ({ browser, coordinator }) => {
  const cookies = await coordinator.context().cookies();
  const session = cookies.find(({ name }) => name.includes("session_token"));
  expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax" });
  const [token = "", signature = ""] = decodeURIComponent(session?.value ?? "").split(".");
  const forged = [
    `${token}.`,
    `${token}.${signature.slice(1)}`,
    `${token}x.${signature}`,
    "x",
    "",
    "a.b.c",
    "%",
  ];
  for (const value of forged) {
    const context = await newContext(browser);
    const headers = { cookie: `${session?.name}=${value}` };
    const response = await context.request.put(`${section("project")}/draft`, {
      data: { version: 0, content: {} },
      headers,
    });
    await expectRefused(response, 401);
    await context.close();
  }
});

test("a forged form is refused without an internal error", async ({ request }) => {
  const page = await (await request.get("/connexion")).text();
  const known = /[0-9a-f]{42}/.exec(page)?.[0] ?? "";
  expect(known).not.toBe("");
  const bodies = ["", "[]", "{", "null", '["$@1"]', '["$F1"]', '[{"$$typeof":"$Sreact.element"}]', "\u0000"];
  for (const id of [known, "0".repeat(42), "x"]) {
    for (const body of bodies) {
      const headers = { "next-action": id, "content-type": "text/plain;charset=UTF-8" };
      const text = await request.post("/connexion", { data: body, headers });
      expect(text.status(), `action ${body}`).toBeLessThan(500);
      const form = await request.post("/connexion", {
        multipart: { "0": body },
        headers: { "next-action": id },
      });
      expect(form.status(), `action, as a form: ${body}`).toBeLessThan(500);
    }
  }
  for (const name of [
    "$ACTION_ID_" + known,
    "$ACTION_REF_1",
    "$ACTION_1:0",
    "$ACTION_KEY",
    "__proto__",
    "email",
  ]) {
    const response = await request.post("/connexion", { multipart: { [name]: "{", "1": "{" } });
    expect(response.status(), `form ${name}`).toBeLessThan(500);
  }
  const torn = await request.post("/connexion", {
    data: "--limite\r\nContent-Disposition: form-data; name=",
    headers: { "content-type": "multipart/form-data; boundary=limite" },
  });
  expect(torn.status(), "a torn form").toBe(400);
  expect(await torn.text()).toContain("Rien n’a été enregistré");
});

const SCRIPTS = [
  "<script>window.pwned=1</script>",
  '"><img src=x onerror="window.pwned=1">',
  "javascript:window.pwned=1",
  "</script><svg/onload=window.pwned=1>",
  "{{constructor.constructor('window.pwned=1')()}}",
];

test("a script in every text field stays a text, on every page that shows it", async ({
  browser,
  administrator,
}) => {
  const { page, close } = await freshCoordinator(browser, administrator, SLUG);
  const text = SCRIPTS.join(" ");
  const save = async (name: string, content: object) => {
    const response = await page.request.post(section(name), { data: { content, draftVersion: 0 } });
    expect(response.status(), `${name}: ${await response.text()}`).toBe(200);
  };
  const contact = { function: "<b>gras</b>", name: SCRIPTS[0], email: "", phone: "" };
  const identity = {
    name: `Val ${SCRIPTS[3]}`,
    legalForm: SCRIPTS[2],
    siret: "",
    address: text.slice(0, 300),
  };
  await save("identity", { ...identity, email: "", phone: "", website: "", contacts: [contact] });
  const axes = [{ title: text, description: text, mission: "" }];
  await save("project", { summary: text, axes });
  const structures = [{ kind: "msp", name: SCRIPTS[1], count: "1", beds: "" }];
  await save("partners", { asOf: "2026-11-01", structures });
  for (const website of ["javascript:alert(1)", "data:text/html,x", "https://"]) {
    const content = { ...identity, email: "", phone: "", website, contacts: [] };
    await expectRefused(
      await page.request.post(section("identity"), { data: { content, draftVersion: 0 } }),
      422,
    );
  }

  const shown = [
    `/espace`,
    `/espace/cpts/${SLUG}`,
    `/espace/cpts/${SLUG}/historique`,
    `/cpts/${SLUG}`,
    "/cpts",
  ];
  const forms = ["identite", "structures", "projet", "territoire", "proposer"].map(
    (name) => `/espace/cpts/${SLUG}/${name}`,
  );
  for (const address of [...shown, ...forms]) {
    await page.goto(address);
    expect(await page.evaluate(() => "pwned" in window), address).toBe(false);
    expect(await page.locator("main img[src=x], main svg[onload]").count(), address).toBe(0);
  }
  await page.goto(`/cpts/${SLUG}`);
  await expect(page.locator("h1")).toContainText("<svg/onload=window.pwned=1>");
  await close();
});
