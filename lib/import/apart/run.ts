import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import { type Result, err, ok } from "../../kernel/result";
import type { FromReader, Job, ResultOf, ToReader } from "./job";

/**
 * Files are read in a process of their own, which has little memory and little time and is killed past either:
 * whatever a file holds, the server goes on answering. A thread would share the server's fate where memory
 * cannot be had at all; a process cannot.
 */
const MOST_AT_ONCE = 2;
const MOST_WAITING = 10;
const MEGABYTES: Readonly<Record<Job["kind"], number>> = { table: 256, polygons: 512 };
const SECONDS: Readonly<Record<Job["kind"], number>> = { table: 40, polygons: 90 };

const TOO_LONG =
  "Ce fichier demande trop de temps à lire\u00a0: partagez-le en plusieurs, ou enregistrez-le à nouveau depuis votre logiciel sans ce qui ne sert pas à l’import.";
const TOO_MUCH =
  "Ce fichier demande trop de mémoire à lire\u00a0: partagez-le en plusieurs, ou enregistrez-le à nouveau depuis votre logiciel sans ce qui ne sert pas à l’import.";
const BUSY =
  "Trop de fichiers sont en cours de lecture\u00a0: renvoyez le vôtre dans une minute, il n’a pas été lu.";

/** Less than what its kind may have. */
interface MostOfReader {
  readonly seconds?: number;
  readonly megabytes?: number;
}

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Reads a file apart.
 *
 * @param isHeading which of some texts are headings that are understood; polygons ask nothing.
 * @returns the sentence that says why it cannot be read, and how to mend it.
 */
export async function apart<J extends Job>(
  job: J,
  bytes: Uint8Array,
  isHeading: (texts: readonly string[]) => readonly boolean[] = () => [],
  most: MostOfReader = {},
): Promise<Result<ResultOf[J["kind"]], string>> {
  if (running >= MOST_AT_ONCE) {
    if (waiting.length >= MOST_WAITING) return err(BUSY);
    // Whoever ends hands its place over: nobody takes it in between.
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running += 1;
  try {
    return await read(job, bytes, isHeading, most);
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

function read<J extends Job>(
  job: J,
  bytes: Uint8Array,
  isHeading: (texts: readonly string[]) => readonly boolean[],
  { seconds = SECONDS[job.kind], megabytes = MEGABYTES[job.kind] }: MostOfReader,
): Promise<Result<ResultOf[J["kind"]], string>> {
  return new Promise((resolve, reject) => {
    const reader = started(megabytes);
    const items: unknown[] = [];
    let isOver = false;
    const end = (settle: () => void): void => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      reader.kill("SIGKILL");
      settle();
    };
    const timer = setTimeout(() => end(() => resolve(err(TOO_LONG))), seconds * 1_000);
    const tell = (message: ToReader): void => {
      // What it no longer hears, its end says.
      reader.send(message, () => undefined);
    };
    reader.on("message", (message: FromReader) => {
      switch (message.say) {
        case "headings?":
          return tell({ say: "headings", known: isHeading(message.texts) });
        case "part":
          for (const item of message.items) items.push(item);
          // After what else the server has to do.
          setImmediate(tell, { say: "next" });
          return;
        case "done":
          return end(() => resolve(ok(whole(job.kind, message.head, items) as ResultOf[J["kind"]])));
        case "refused":
          return end(() => resolve(err(message.why)));
        case "failed":
          return end(() => reject(new Error(`the reading of a file failed: ${message.stack}`)));
      }
    });
    reader.on("error", (cause) => end(() => reject(new Error("no file can be read", { cause }))));
    // Its memory is out: V8 ends it by a signal, whatever it was doing. Any other end is a fault of ours.
    reader.on("exit", (code, signal) =>
      end(() =>
        signal !== null || code === OUT_OF_MEMORY
          ? resolve(err(TOO_MUCH))
          : reject(new Error(`the process that reads files ended with code ${code} before its answer`)),
      ),
    );
    reader.stdin?.on("error", () => undefined);
    reader.stdin?.end(bytes);
    tell({ say: "read", job });
  });
}

/** V8 aborts: 134 where a shell or Windows turns the signal into a code. */
const OUT_OF_MEMORY = 134;

const whole = (kind: Job["kind"], head: unknown, items: readonly unknown[]): unknown => ({
  ...(head as object),
  [kind === "table" ? "rows" : "features"]: items,
});

/** Built, it is one file beside the application; else its source, read as tests and scripts read theirs. */
function started(megabytes: number): ChildProcess {
  const isBuilt = process.env.NODE_ENV === "production";
  const file = isBuilt ? ".next/import-reader.cjs" : "lib/import/apart/reader.ts";
  return fork(path.join(/*turbopackIgnore: true*/ process.cwd(), file), {
    execArgv: [`--max-old-space-size=${megabytes}`, ...(isBuilt ? [] : ["--import", "tsx"])],
    // It needs no secret of the server's.
    env: { NODE_ENV: process.env.NODE_ENV ?? "development", PATH: process.env.PATH ?? "" },
    serialization: "advanced",
    stdio: ["pipe", "ignore", "ignore", "ipc"],
  });
}
