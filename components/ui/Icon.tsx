/** Stroked on a 16 unit grid, one stylesheet for all (`.i`). */
const SYMBOLS = {
  flag: <path d="M4 14.5V2M4 2.4h8.6l-2.2 3 2.2 3H4" />,
  find: (
    <>
      <circle cx="7" cy="7" r="4.6" />
      <path d="m10.6 10.6 3.6 3.6" />
    </>
  ),
  menu: <path d="M2 4h12M2 8h12M2 12h12" />,
  link: (
    <path d="M6.6 9.4a2.6 2.6 0 0 0 3.7 0l2.6-2.6a2.6 2.6 0 0 0-3.7-3.7l-.8.8M9.4 6.6a2.6 2.6 0 0 0-3.7 0L3.1 9.2a2.6 2.6 0 0 0 3.7 3.7l.8-.8" />
  ),
  plus: <path d="M8 3v10M3 8h10" />,
  minus: <path d="M3 8h10" />,
  home: <path d="M2.5 7.5 8 2.8l5.5 4.7M4 6.6v6.6h8V6.6" />,
  next: <path d="m6 3 5 5-5 5" />,
  prev: <path d="M10 3 5 8l5 5" />,
  down: <path d="m3.5 6 4.5 4.5L12.5 6" />,
  up: <path d="m3.5 10 4.5-4.5 4.5 4.5" />,
  check: <path d="m3 8.5 3.2 3.2L13 4.6" />,
  undo: <path d="M5.6 3 2.6 6l3 3M2.9 6h6.3a4 4 0 0 1 0 8H6.4" />,
  cross: <path d="m4 4 8 8m0-8-8 8" />,
  to: <path d="M2.5 8h11m-4-4 4 4-4 4" />,
  save: <path d="M8 2v7.5M4.6 6.6 8 9.9l3.4-3.3M2.5 13.4h11" />,
  copy: <path d="M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3" />,
  move: <path d="M8 2v12M2 8h12M6 4l2-2 2 2M6 12l2 2 2-2M4 6 2 8l2 2m8-4 2 2-2 2" />,
  warn: <path d="M8 2 1.6 13.4h12.8zM8 6.4v3.4M8 11.7v.1" />,
  info: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 7.4v3.6M8 5v.1" />
    </>
  ),
} as const;

export type IconName = keyof typeof SYMBOLS;

/** A decorative icon: the words beside it, or the control's own name, say what it means. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="i" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {SYMBOLS[name]}
    </svg>
  );
}
