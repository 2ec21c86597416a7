import fs from "node:fs";
import os from "node:os";
import { StartupFault, codeOf } from "../faults";
import { type Owner, isAlive, thisProcess } from "./process-identity";

/** The holder renews its lock this often, so that another machine or container can tell it is alive. */
const HEARTBEAT_MS = 10_000;
/** A lock of another machine, or one half written, is abandoned when nobody renewed it for that long. */
const ABANDONED_MS = 60_000;
const ATTEMPTS = 5;

export interface DirectoryLock {
  /** Gives the directory back; once, later calls do nothing. */
  release(): void;
}

/**
 * Reserves `directory` for this process: PGlite takes no lock of its own, and two processes on one
 * directory silently lose data (electric-sql/pglite#1106). The lock is a file beside the directory,
 * given back when the process exits; the lock of a process that died is taken over.
 *
 * @param directory an existing directory, its real path (two names of one directory are one lock).
 * @throws StartupFault `directory_in_use`, naming the directory and the process that holds it.
 */
export function lockDirectory(directory: string): DirectoryLock {
  const file = `${directory}.lock`;
  const mine = JSON.stringify(thisProcess());
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (create(file, mine)) return hold(file, mine);
    const found = read(file);
    if (found === undefined) continue;
    const owner = parse(found.content);
    if (isHeld(file, owner, found.age)) throw inUse(directory, file, owner);
    setAside(file, found.content);
  }
  throw inUse(directory, file, parse(read(file)?.content ?? ""));
}

/** Lock files that this process holds: its own pid in a file may also be a dead process's, used again. */
const HELD = Symbol.for("maillage.locks");
function heldHere(): Set<string> {
  const store = globalThis as unknown as Record<symbol, Set<string> | undefined>;
  return (store[HELD] ??= new Set());
}

function isHeld(file: string, owner: Owner | undefined, age: number): boolean {
  // Without a readable owner, somebody may be writing it right now.
  if (owner === undefined || owner.host !== os.hostname()) return age < ABANDONED_MS;
  if (owner.pid === process.pid && owner.startedAt === null) return heldHere().has(file);
  return isAlive(owner);
}

function hold(file: string, mine: string): DirectoryLock {
  heldHere().add(file);
  const heartbeat = setInterval(() => {
    try {
      fs.utimesSync(/*turbopackIgnore: true*/ file, new Date(), new Date());
    } catch {
      // The next beat tries again; on this machine the process itself is the proof of life.
    }
  }, HEARTBEAT_MS);
  heartbeat.unref();
  const release = () => {
    clearInterval(heartbeat);
    process.off("exit", release);
    if (!heldHere().delete(file)) return;
    if (read(file)?.content === mine) fs.rmSync(/*turbopackIgnore: true*/ file, { force: true });
  };
  process.once("exit", release);
  return { release };
}

function create(file: string, content: string): boolean {
  try {
    fs.writeFileSync(/*turbopackIgnore: true*/ file, content, { flag: "wx" });
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

function read(file: string): { content: string; age: number } | undefined {
  try {
    return {
      content: fs.readFileSync(/*turbopackIgnore: true*/ file, "utf8"),
      age: Date.now() - fs.statSync(/*turbopackIgnore: true*/ file).mtimeMs,
    };
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

/**
 * Removes a dead process's lock. Moved before it is deleted: of two processes that found the same dead
 * lock, the slower would otherwise delete the lock that the faster has just taken.
 */
function setAside(file: string, stale: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    fs.renameSync(/*turbopackIgnore: true*/ file, /*turbopackIgnore: true*/ aside);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return;
    throw error;
  }
  const moved = fs.readFileSync(/*turbopackIgnore: true*/ aside, "utf8");
  if (moved !== stale) create(file, moved);
  fs.rmSync(/*turbopackIgnore: true*/ aside, { force: true });
}

function parse(content: string): Owner | undefined {
  try {
    const value: unknown = JSON.parse(content);
    if (typeof value !== "object" || value === null) return undefined;
    const { pid, host, startedAt } = value as Record<string, unknown>;
    if (typeof pid !== "number" || typeof host !== "string") return undefined;
    return { pid, host, startedAt: typeof startedAt === "string" ? startedAt : null };
  } catch {
    return undefined;
  }
}

function inUse(directory: string, file: string, owner: Owner | undefined): StartupFault {
  const elsewhere = owner !== undefined && owner.host !== os.hostname();
  const who = owner
    ? `le processus ${owner.pid}${elsewhere ? ` de ${owner.host}` : ""}`
    : "un autre processus";
  const mend = elsewhere
    ? "Arrêtez-le, ou attendez une minute s’il vient d’être arrêté brutalement, puis relancez."
    : `Arrêtez-le, ou donnez un autre dossier par PGLITE_DIR. Si ce processus n’est pas Maillage, supprimez ${file}.`;
  return new StartupFault(
    "directory_in_use",
    `La base embarquée ${directory} est déjà utilisée par ${who}.\n` +
      `  Une base embarquée n’accepte qu’un programme à la fois ; rien n’a été modifié ni perdu.\n  ${mend}`,
  );
}
