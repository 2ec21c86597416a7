import type { ReactNode } from "react";

/** Hatches of estimated perimeters and dots of letters of intent, in the map's drawing units; `children`: shapes drawn several times. */
export function Patterns({ children }: { readonly children: ReactNode }) {
  return (
    <defs>
      <Hatch id="map-hatch-signed" className="signed" />
      <Hatch id="map-hatch-validated" className="validated" />
      <pattern id="map-dots" className="dots" width="9" height="9" patternUnits="userSpaceOnUse">
        <rect width="9" height="9" />
        <circle cx="3.6" cy="3.6" r="2" />
      </pattern>
      {children}
    </defs>
  );
}

function Hatch({ id, className }: { readonly id: string; readonly className: string }) {
  return (
    <pattern
      id={id}
      className={`hatch ${className}`}
      width="10.5"
      height="10.5"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect width="10.5" height="10.5" />
      <rect className="stripe" width="2" height="10.5" />
    </pattern>
  );
}
