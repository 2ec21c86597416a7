import { gzipSync } from "node:zlib";
import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";
import { chromiumPath } from "../chromium.mjs";

const RUNS = 3;
const FLAGS = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--no-first-run",
  "--disable-quic",
];
const CATEGORIES = /** @type {const} */ ([
  ["performance", "performance"],
  ["accessibility", "accessibilité"],
  ["best-practices", "bonnes pratiques"],
  ["seo", "SEO"],
]);

/**
 * Lighthouse, median of three, desktop and mobile presets.
 * @param {string} origin @param {string[]} addresses @returns {Promise<import("./report.mjs").Row[]>}
 */
export async function measurePages(origin, addresses) {
  /** @type {import("./report.mjs").Row[]} */
  const rows = [];
  for (const address of addresses) {
    for (const preset of /** @type {const} */ (["ordinateur", "téléphone"])) {
      const runs = [];
      for (let i = 0; i < RUNS; i++) runs.push(await run(origin + address, preset));
      rows.push(...(await rowsOf(address, preset, runs)));
    }
  }
  return rows;
}

/** @param {string} url @param {"ordinateur" | "téléphone"} preset */
async function run(url, preset) {
  const chrome = await launch({ chromePath: chromiumPath(), chromeFlags: FLAGS });
  try {
    const result = await lighthouse(
      url,
      { port: chrome.port, logLevel: "error" },
      preset === "ordinateur" ? desktopConfig : undefined,
    );
    if (!result) throw new Error(`Lighthouse gave nothing for ${url}`);
    return result.lhr;
  } finally {
    chrome.kill();
  }
}

/** @param {string} address @param {string} preset @param {any[]} runs @returns {Promise<import("./report.mjs").Row[]>} */
async function rowsOf(address, preset, runs) {
  const group = `Lighthouse, \`${address}\`, ${preset}`;
  const audit = (/** @type {string} */ id) => median(runs.map((lhr) => lhr.audits[id].numericValue));
  const scripts = median(await Promise.all(runs.map(scriptBytes))) / 1000;
  return [
    ...CATEGORIES.map(([id, what]) => ({
      group,
      what,
      value: median(runs.map((lhr) => Math.round(lhr.categories[id].score * 100))),
      unit: "",
      aim: id !== "performance" ? 100 : preset === "ordinateur" ? 98 : 90,
      better: /** @type {const} */ ("more"),
    })),
    {
      group,
      what: "décalage de mise en page",
      value: audit("cumulative-layout-shift"),
      unit: "",
      aim: 0.05,
      better: "less",
      digits: 3,
    },
    { group, what: "temps de blocage", value: audit("total-blocking-time"), unit: "ms" },
    { group, what: "plus grand élément affiché", value: audit("largest-contentful-paint"), unit: "ms" },
    { group, what: "JavaScript, en gzip", value: scripts, unit: "ko", aim: 250, better: "less" },
  ];
}

/** Bytes of the scripts a page asked for, as gzip sends them. @param {any} lhr */
async function scriptBytes(lhr) {
  const scripts = lhr.audits["network-requests"].details.items.filter(
    (/** @type {any} */ item) => item.resourceType === "Script",
  );
  const sizes = await Promise.all(
    scripts.map(
      async (/** @type {{ url: string }} */ { url }) => gzipSync(await (await fetch(url)).text()).length,
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** @param {number[]} values */
function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
