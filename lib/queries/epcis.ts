import type { World } from "./world";

/** The names of the EPCI that these communes belong to, the one with most communes first. */
export function epciNames({ commune }: Pick<World, "commune">, codes: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const code of codes) {
    const name = commune.get(code)?.epciName;
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
}
