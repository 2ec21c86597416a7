import { ABSENCE } from "@/lib/format/labels";
import type { Absence } from "@/lib/kernel/certainty";

const LOOK: Readonly<Record<Absence, { readonly className: string; readonly glyph: React.ReactNode }>> = {
  non_communique: { className: "nc", glyph: <circle cx="6" cy="6" r="4.6" /> },
  sans_objet: { className: "so", glyph: <path d="M1.4 10.6 10.6 1.4" /> },
  a_confirmer: {
    className: "ac",
    glyph: (
      <>
        <circle cx="6" cy="6" r="4.6" />
        <path className="half" d="M6 1.4a4.6 4.6 0 0 1 0 9.2z" />
      </>
    ),
  },
};

interface AbsentProps {
  readonly why: Absence;
  /** The glyph alone to the eye, in a column too narrow for the words, which are still said. */
  readonly brief?: boolean;
  readonly children?: string;
}

/** A value that is not there, and why: never a dash, never a zero. */
export function Absent({ why, brief = false, children }: AbsentProps) {
  const { className, glyph } = LOOK[why];
  return (
    <span className={`abs ${className}`}>
      <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        {glyph}
      </svg>
      {brief ? <span className="vh">{children ?? ABSENCE[why]}</span> : (children ?? ABSENCE[why])}
    </span>
  );
}
