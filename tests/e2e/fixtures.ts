import AxeBuilder from "@axe-core/playwright";
import { expect, test as base, type Page } from "@playwright/test";

/** What RGAA 4.1 and WCAG 2.2 AA ask, as far as a machine can tell. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Tests of figures, words and addresses: the server sends the same to every screen, so that one width is enough. */
export const FIGURES = { tag: "@figures" };

/** Every page must stay silent: an error on the console fails the test that saw it. */
export const test = base.extend({
  page: async ({ page }, give) => {
    const said: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") said.push(message.text());
    });
    page.on("pageerror", (error) => said.push(error.message));
    await give(page);
    expect(said.filter((text) => !isAskedFor(text))).toEqual([]);
  },
});

export { expect };

/** Chromium reports the 404 that a test navigates to on purpose. */
function isAskedFor(text: string): boolean {
  return /status of 404/.test(text);
}

/** No violation of axe's rules, and nothing that makes a phone scroll sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  // No page holds a frame of another site, which alone needs the slower way; what passes is not asked for.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).withTags(RULES);
  const { violations } = await axe.setLegacyMode(true).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`),
  ).toEqual([]);
  // The screen's width, not the window's: on a phone what overflows widens the window with it.
  const screen = page.viewportSize()?.width ?? 0;
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width - screen, "pixels of sideways scrolling").toBeLessThanOrEqual(0);
}

/** Waits for what the browser adds to the server's map. */
export async function mapIsAlive(page: Page): Promise<void> {
  await expect(page.locator(".map[data-ready]")).toBeVisible({ timeout: 15_000 });
}
