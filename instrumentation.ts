/** Runs once when the server process starts: hands the database's opener to the server script. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { openRuntime } = await import("@/lib/db/runtime");
  (globalThis as unknown as Record<symbol, unknown>)[Symbol.for("maillage.open")] = openRuntime;
}
