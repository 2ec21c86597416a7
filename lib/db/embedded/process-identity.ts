import fs from "node:fs";
import os from "node:os";
import { codeOf } from "../faults";

/** A process, so that it is not taken for a later one that was given the same number. */
export interface Owner {
  readonly pid: number;
  /** Name of the machine or container: a number means nothing outside it. */
  readonly host: string;
  /** Boot and start time where the system tells them (Linux); null elsewhere. */
  readonly startedAt: string | null;
}

export function thisProcess(): Owner {
  return { pid: process.pid, host: os.hostname(), startedAt: startOf(process.pid) ?? null };
}

/** Whether the process still runs on this machine. In doubt it does: to refuse loses nothing. */
export function isAlive(owner: Owner): boolean {
  const start = startOf(owner.pid);
  if (start === "ended") return false;
  if (start !== undefined && owner.startedAt !== null) return start === owner.startedAt;
  try {
    process.kill(owner.pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs under another account.
    return codeOf(error) !== "ESRCH";
  }
}

/** Linux: which boot, and how long after it the process started; `ended` for a zombie; undefined where not told. */
function startOf(pid: number): string | undefined {
  try {
    const stat = fs.readFileSync(/*turbopackIgnore: true*/ `/proc/${pid}/stat`, "utf8");
    // The command's name, in parentheses, may hold spaces: fields are counted after it.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z" || fields[0] === "X") return "ended";
    const boot = fs.readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return `${boot}:${fields[19]}`;
  } catch {
    return undefined;
  }
}
