/** [n]: to the numbered source at the foot of the page. */
export function SourceRef({ n }: { readonly n: number }) {
  return (
    <a className="src" href={`#s${n}`} aria-label={`Source ${n}`}>
      [{n}]
    </a>
  );
}
