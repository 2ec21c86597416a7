import { spawn } from "node:child_process";

const READY_MS = 60_000;

/** The product's own server, as `npm start` runs it, that can be killed as a power cut would. */
export async function startServer(port: number, environment: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ["scripts/serve.mjs"], {
    env: { ...process.env, ...environment, PORT: String(port), NODE_OPTIONS: "" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const deadline = Date.now() + READY_MS;
  while (!(await answers(port))) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error("the server does not start");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    kill: async () => {
      child.kill("SIGKILL");
      await gone;
    },
  };
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/api/health`)).ok;
  } catch {
    return false;
  }
}
