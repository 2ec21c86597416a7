import fs from "node:fs";

const USUAL_PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** The Chromium of this machine; undefined where only Playwright's own, if any, can serve. */
export function chromiumPath() {
  return [process.env.CHROMIUM_PATH, ...USUAL_PLACES].find((file) => file && fs.existsSync(file));
}
