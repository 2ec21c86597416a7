import type { Share } from "@/lib/funding";

/** How each share is called and drawn, in every table and chart of the simulator. */
export const SHARE: Readonly<Record<Share, { readonly label: string; readonly look: string }>> = {
  fonctionnement: { label: "Fonctionnement", look: "m1" },
  fixed: { label: "Missions, fixe", look: "m2" },
  variable: { label: "Missions, variable", look: "m3" },
  unknown: { label: "Non ventilé", look: "m4" },
};

export function ShareKey({ share }: { readonly share: Share }) {
  return (
    <svg className="ruler money key" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
      <rect className={SHARE[share].look} x="1" y="1" width="12" height="12" />
    </svg>
  );
}
