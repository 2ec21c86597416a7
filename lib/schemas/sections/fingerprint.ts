/** The same text for the same JSON, whatever the order in which the database gives the keys back. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value));
}

/**
 * A short name for a form's content: what a writer says to have seen, so that nothing else is overwritten. A
 * version alone would not do: a draft that is dropped and begun again counts from one once more. 64 bits by
 * FNV-1a in two lanes: against chance, not against forgers, who may only overwrite what is theirs to write.
 */
export function fingerprint(value: unknown): string {
  const text = canonicalJson(value);
  let high = 0x811c9dc5;
  let low = 0x01000193;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ (unit + index), 0x85ebca6b);
    low ^= low >>> 13;
  }
  return [high, low].map((lane) => (lane >>> 0).toString(16).padStart(8, "0")).join("");
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
