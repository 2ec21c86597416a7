import { LINES, PARTS, type Schedule, SIZE_TIERS } from "@/lib/funding";

/** A schedule's amounts as lines of text, to be compared with a table written by hand. */
export function asTable(schedule: Schedule): string[] {
  return LINES.flatMap((line) =>
    PARTS.flatMap((part) => {
      const cells = SIZE_TIERS.map((tier) =>
        schedule.grid[tier].find((entry) => entry.line === line && entry.part === part),
      );
      if (cells.every((cell) => cell === undefined)) return [];
      return `${line} ${part} | ${cells.map((cell) => `${(cell?.cents ?? NaN) / 100} ${cell?.mark}`).join(" | ")}`;
    }),
  );
}

/** A table written by hand: one row per line of text, spaces free. */
export function table(text: string): string[] {
  return text
    .trim()
    .split("\n")
    .map((row) => row.trim().replace(/\s+/g, " "));
}

/** A row of amounts: « 50000 V | … », « – » where there is none. */
export function asRow(row: readonly ({ euros: number; mark: string } | null)[]): string {
  return row.map((amount) => (amount ? `${amount.euros} ${amount.mark}` : "–")).join(" | ");
}
