/** The hatches of rulers and charts, in CSS pixels; one copy in each document, outside every drawing. */
export function HatchDefs() {
  return (
    <svg className="defs" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        {["signed", "possible"].map((look) => (
          <pattern
            key={look}
            id={`hatch-${look}`}
            className={`hatch ${look}`}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="6" height="6" />
            <rect className="stripe" width="1.2" height="6" />
          </pattern>
        ))}
      </defs>
    </svg>
  );
}
