import type { Metadata } from "next";
import { NoAccess } from "@/components/espace/NoAccess";

export const metadata: Metadata = { title: "Pas d’accès", robots: { index: false } };

/** The answer (403) of a page that its reader may not open: `forbidden()` leads here. */
export default function ForbiddenPage() {
  return <NoAccess />;
}
