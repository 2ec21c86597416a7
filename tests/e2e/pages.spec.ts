import { expect, expectAccessible, test } from "./fixtures";

for (const [address, title] of [
  ["/accessibilite", /accessibilité/i],
  ["/mentions-legales", /mentions légales/i],
  ["/nulle-part", /Page introuvable/],
] as const) {
  test(`${address} is there and accessible`, async ({ page }) => {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
    await expectAccessible(page);
  });
}

test("no page leads nowhere: every link of every kind of page answers", async ({
  page,
  request,
  isMobile,
}) => {
  test.skip(isMobile, "the same links at both widths");
  test.setTimeout(180_000);
  const seen = new Set<string>();
  for (const address of [
    "/",
    "/departements",
    "/departements/63",
    "/departements/63?vue=communes",
    "/regions/84",
    "/cpts",
    "/cpts/haute-combraille-et-volcans",
    "/cpts/sud-ard-drom",
    "/communes/63113",
    "/simulateur",
    "/methode",
    "/accessibilite",
    "/mentions-legales",
  ]) {
    await page.goto(address);
    // Read as written: the links of a drawing have no address property of their own.
    const links = await page.locator("a[href]").evaluateAll((all) =>
      all.map((link) => {
        const id = link.getAttribute("href") ?? "";
        const { origin, pathname, search } = new URL(id, window.location.href);
        return { inside: origin === window.location.origin, address: pathname + search, id };
      }),
    );
    const ids = await page.locator("[id]").evaluateAll((all) => all.map(({ id }) => id));
    for (const { inside, address: to, id } of links) {
      if (id.startsWith("#")) expect(ids, `${address} ${id}`).toContain(id.slice(1));
      else if (inside) seen.add(to);
    }
  }
  expect(seen.size).toBeGreaterThan(150);
  for (const to of seen) expect((await request.get(to)).status(), to).toBe(200);
});

test("the menu of a phone opens by the keyboard and leads on", async ({ page, isMobile }) => {
  test.skip(!isMobile, "wide screens have no menu");
  await page.goto("/");
  await page.locator(".burger summary").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("navigation", { name: "Menu" }).getByRole("link", { name: "CPTS" }).click();
  await expect(page).toHaveURL(/\/cpts$/);
});
