/** `npm start`: from a fresh clone to the served product, or straight to it when nothing changed. */
import { prepare, requireNode } from "./setup.mjs";

requireNode();
const { requireFreePort } = await import("./serve/port.mjs");
await requireFreePort();
prepare();
await import("./serve.mjs");
