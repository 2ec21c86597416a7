import { once } from "node:events";
import { readLayerHere } from "../layer-reader";
import { readTableHere } from "../table-reader";
import { Unreadable } from "../unreadable";
import type { FromReader, Job, ToReader } from "./job";

/**
 * The process that reads a file: it knows neither the database nor the network, and dies with its answer. Built
 * into one file beside the application (scripts/setup.mjs); run by tsx where nothing is built.
 */
const PART = 1_500;

const say = (message: FromReader): void => void process.send?.(message);

/** The next message; only one is ever awaited at a time. */
async function heard(): Promise<ToReader> {
  const [message] = (await once(process, "message")) as [ToReader];
  return message;
}

async function askHeadings(texts: readonly string[]): Promise<ReadonlySet<string>> {
  say({ say: "headings?", texts });
  const answer = await heard();
  const known = answer.say === "headings" ? answer.known : [];
  return new Set(texts.filter((_, i) => known[i]));
}

async function sendParts(items: readonly unknown[]): Promise<void> {
  for (let at = 0; at < items.length; at += PART) {
    const taken = heard();
    say({ say: "part", items: items.slice(at, at + PART) });
    await taken;
  }
}

async function readAndSend(job: Job, bytes: Uint8Array): Promise<void> {
  if (job.kind === "table") {
    const { rows, ...head } = await readTableHere(bytes, askHeadings, job.most);
    await sendParts(rows);
    say({ say: "done", head });
  } else {
    const { features, ...head } = await readLayerHere(bytes);
    await sendParts(features);
    say({ say: "done", head });
  }
}

async function received(): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

async function main(): Promise<void> {
  const [asked, bytes] = await Promise.all([heard(), received()]);
  try {
    if (asked.say === "read") await readAndSend(asked.job, bytes);
  } catch (error) {
    if (error instanceof Unreadable) say({ say: "refused", why: error.message });
    else
      say({ say: "failed", stack: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
  // Whoever asked ends it, once the answer is there.
}

// Whoever asked is gone: so is the reason to read.
process.on("disconnect", () => process.exit());
void main();
