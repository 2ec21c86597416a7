import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { ROOT } from "./harness";

/** A process of its own, and what it printed so far. */
export interface Child {
  readonly pid: number;
  readonly lines: readonly string[];
  /** Resolves once `when` holds of the lines; rejects when the process ends first. */
  until(when: (lines: readonly string[]) => boolean): Promise<void>;
  /** As a power cut would: no handler runs. Resolves when it is gone. */
  kill(): Promise<void>;
  /** Its exit code, once it has ended by itself. */
  readonly ended: Promise<number | null>;
}

/** Runs one of the scripts of `children/` with these arguments. */
export function startChild(script: string, args: readonly string[]): Child {
  const file = path.join(ROOT, "tests/db/children", script);
  const child: ChildProcess = spawn(process.execPath, ["--import", "tsx", file, ...args], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let text = "";
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const notify = () => waiting.forEach((look) => look());
  child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
    const whole = text.split("\n");
    text = whole.pop() ?? "";
    lines.push(...whole);
    notify();
  });
  let over = false;
  const ended = new Promise<number | null>((resolve) =>
    child.once("close", (code) => {
      over = true;
      if (text !== "") lines.push(text);
      notify();
      resolve(code);
    }),
  );
  return {
    pid: child.pid ?? 0,
    lines,
    ended,
    until: (when) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!when(lines) && !over) return;
          waiting.delete(look);
          if (when(lines)) resolve();
          else reject(new Error(`the child ended first: ${lines.join(" / ")}`));
        };
        waiting.add(look);
        look();
      }),
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
