/** Runs once when the server process starts: hands the database's opener to the server script. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { openServer } = await import("@/lib/commands/open-server");
  const opening = Symbol.for("maillage.open");
  (globalThis as unknown as Record<symbol, unknown>)[opening] = openServer;
  // `npm run dev` has no server script to open it and to print the link.
  if (process.env.NODE_ENV === "development") {
    const { firstAccountPath } = await openServer();
    if (firstAccountPath) {
      const port = process.env.PORT ?? "3000";
      console.log(
        `\n  Premier administrateur (lien valable 24 h) : http://localhost:${port}${firstAccountPath}\n`,
      );
    }
  }
}
