import { chromium } from "@playwright/test";
import { chromiumPath } from "../chromium.mjs";

/** Populations typed one after the other, each of another tier than the one before: each changes the amount. */
const TYPED = Array.from({ length: 20 }, (_, i) => String([25_000, 60_000, 120_000, 200_000][i % 4]));

/**
 * The simulator in a browser: from the key to the figure drawn.
 * @param {string} url
 * @returns {Promise<import("./report.mjs").Row[]>}
 */
export async function measureSimulator(url) {
  const executablePath = chromiumPath();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    chromiumSandbox: process.getuid?.() !== 0,
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(`${url}/simulateur`, { waitUntil: "networkidle" });
    const field = page.getByLabel("Population, en habitants");
    const took = await field.evaluate(async (input, values) => {
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
      const figure = document.querySelector(".sim-huge");
      /** @type {number[]} */
      const times = [];
      for (const value of values) {
        const before = figure?.textContent;
        const start = performance.now();
        set?.call(input, value);
        input.dispatchEvent(new Event("input", { bubbles: true }));
        while (figure?.textContent === before && performance.now() - start < 2000) {
          await new Promise((done) => requestAnimationFrame(done));
        }
        times.push(performance.now() - start);
      }
      return times;
    }, TYPED);
    // The first typed may be of the tier that the page began with, and then changes no amount.
    const drawn = took.filter((time) => time < 2000).sort((a, b) => a - b);
    const group = "Simulateur, d’une frappe au chiffre affiché";
    const at = (/** @type {number} */ share) => drawn[Math.floor((drawn.length - 1) * share)] ?? NaN;
    return [
      { group, what: "médiane", value: at(0.5), unit: "ms", aim: 100, better: "less" },
      { group, what: "la plus lente", value: at(1), unit: "ms", note: `sur ${drawn.length} changements` },
    ];
  } finally {
    await browser.close();
  }
}
