import type { Stage } from "@/lib/record/lifecycle";

interface StageSwatchProps {
  readonly stage: Stage;
  readonly perimeter: "declared" | "estimated" | "unknown";
  /** For lists and tables. */
  readonly small?: boolean;
}

/** The colour of a stage as the map draws it: flat, hatched when estimated, a dot without perimeter. */
export function StageSwatch({ stage, perimeter, small = false }: StageSwatchProps) {
  const look = [
    "sw",
    small && "s",
    perimeter === "unknown" && stage !== "none" ? `unk ${stage}` : stage,
    perimeter === "estimated" && stage !== "none" && "est",
  ];
  return <span className={look.filter(Boolean).join(" ")} aria-hidden="true" />;
}
