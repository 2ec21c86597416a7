/**
 * The one thing of this name in the process. Next evaluates a module anew for the pages, for the route handlers
 * and for what runs at start: what one of them computed, the others need not compute again. In development each
 * keeps its own, so that code just changed is the code that runs.
 */
export function oneInProcess<T extends object>(name: string, make: () => T): T {
  if (process.env.NODE_ENV === "development") return make();
  const store = globalThis as unknown as Record<symbol, T | undefined>;
  return (store[Symbol.for(`maillage.${name}`)] ??= make());
}
