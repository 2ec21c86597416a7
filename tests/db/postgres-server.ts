import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";

export interface PostgresServer {
  readonly version: string;
  /** Address of one of its databases. */
  url(database: string): string;
  stop(): void;
}

/** Where PostgreSQL's programs are, or undefined when it is not installed. */
export function postgresBin(): string | undefined {
  return [...debianBins(), configBin(), ...(process.env.PATH ?? "").split(path.delimiter)].find(
    (folder) => folder !== undefined && fs.existsSync(path.join(folder, executable("initdb"))),
  );
}

/** Starts a PostgreSQL of its own: temporary folder, free port, this machine only, nothing synced to disk. */
export async function startPostgres(bin: string): Promise<PostgresServer> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "maillage-pg-"));
  // PostgreSQL refuses to run as root, and then the folder must be its own.
  if (isRoot()) execFileSync("chown", ["postgres", folder]);
  const data = path.join(folder, "data");
  const port = await freePort();
  run(bin, "initdb", ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "-N"]);
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -F`;
  run(bin, "pg_ctl", ["-D", data, "-w", "-l", path.join(folder, "log"), "-o", settings, "start"]);
  const stop = () => {
    process.off("exit", stop);
    run(bin, "pg_ctl", ["-D", data, "-m", "immediate", "stop"]);
    fs.rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", stop);
  return {
    version: fs.readFileSync(path.join(data, "PG_VERSION"), "utf8").trim(),
    url: (database) => `postgresql://postgres@127.0.0.1:${port}/${database}`,
    stop,
  };
}

function debianBins(): string[] {
  const root = "/usr/lib/postgresql";
  if (!fs.existsSync(root)) return [];
  const versions = fs.readdirSync(root).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => path.join(root, version, "bin"));
}

function configBin(): string | undefined {
  return spawnSync("pg_config", ["--bindir"], { encoding: "utf8" }).stdout?.trim() || undefined;
}

function executable(name: string): string {
  return process.platform === "win32" ? `${name}.exe` : name;
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function run(bin: string, program: string, args: string[]): void {
  const command = [path.join(bin, executable(program)), ...args];
  const [file = "", ...rest] = isRoot() ? ["runuser", "-u", "postgres", "--", ...command] : command;
  const result = spawnSync(file, rest, {
    cwd: os.tmpdir(),
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
  });
  if (result.status !== 0) throw new Error(`${program}: ${result.stderr || String(result.error)}`);
}

/** A port that nothing listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
