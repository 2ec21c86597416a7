/** Where the private part's tests keep what they share: the server's database and console, who is signed in. */
import path from "node:path";

export const DATABASE = path.resolve(process.env.E2E_ESPACE_PGLITE_DIR ?? "data/e2e-espace");
const RESULTS = path.resolve("test-results", "espace");
export const CONSOLE = path.join(RESULTS, "console.log");

/** The cookies of a role's person. @param {string} role */
export const stateOf = (role) => path.join(RESULTS, `${role}.json`);
