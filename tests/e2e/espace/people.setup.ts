import fs from "node:fs";
import { expect, test as setup, type Browser, type Page } from "@playwright/test";
import { accept, CPTS_OF, invite, newContext, PEOPLE, type Someone, type Invited } from "./people";
import { CONSOLE, stateOf } from "./places.mjs";

/** Everybody's account, made once as in life; their cookies are kept for the tests. */
setup(
  "the link on the console makes the first administrator, and invitations make the others",
  async ({ browser }) => {
    const [link = ""] = /\/premier-compte\/[\w-]+/.exec(fs.readFileSync(CONSOLE, "utf8")) ?? [];
    expect(link, "the console says where the first administrator begins").not.toBe("");
    const administrator = await join(browser, link, "administrator");
    const by = (who: Page, someone: Someone, what: Invited) => enrol(browser, who, someone, what);

    const ars = await by(administrator, "arsAgent", {
      role: "agent",
      organisation: "ars",
      departments: ["63", "03"],
    });
    const cpam = await by(administrator, "cpamAgent", {
      role: "agent",
      organisation: "cpam",
      departments: ["26", "07"],
    });
    await by(administrator, "analyst", { role: "analyst", organisation: "other" });
    await by(ars, "coordinator", { role: "coordinator", cpts: [CPTS_OF.coordinator] });
    await by(cpam, "neighbour", { role: "coordinator", cpts: [CPTS_OF.neighbour] });
  },
);

async function enrol(browser: Browser, by: Page, someone: Someone, what: Invited): Promise<Page> {
  return join(browser, await invite(by, PEOPLE[someone].email, what), someone);
}

async function join(browser: Browser, path: string, someone: Someone): Promise<Page> {
  const context = await newContext(browser);
  const page = await context.newPage();
  await accept(page, path, PEOPLE[someone]);
  await context.storageState({ path: stateOf(someone) });
  return page;
}
