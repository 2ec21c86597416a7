/** Ticks of a scale in euros, from 0: 10, 20 or 50 thousand apart, and so on, four to eight of them. */
export function euroTicks(wholeCents: number): readonly number[] {
  const step = stepOf(wholeCents / 100);
  return Array.from({ length: Math.floor(wholeCents / 100 / step) + 1 }, (_, i) => i * step);
}

function stepOf(euros: number): number {
  const rough = euros / 6;
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  const lead = rough / power;
  return power * (lead > 5 ? 10 : lead > 2 ? 5 : lead > 1 ? 2 : 1);
}
