/** Five neighbouring territories, one still blank. */
export function Brand() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path className="b1" d="M1 1h9.2L8 9.3 1 11.4z" />
      <path className="b2" d="M11.6 1H23v7.2l-7 3.4-6.6-2.6z" />
      <path className="b1" d="M23 9.7V23h-7.4l-1-9.2z" />
      <path className="b3" d="M1 12.8 7.6 10.7 13.2 13l1 10H9.4z" />
      <path className="b1" d="M1 14.7 7.6 23H1z" />
    </svg>
  );
}
