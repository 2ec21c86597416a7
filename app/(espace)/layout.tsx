import type { ReactNode } from "react";
import "../styles/private.css";

/** Accounts and the keeping of records: their styles are nobody else's to load. */
export default function PrivateLayout({ children }: { readonly children: ReactNode }) {
  return children;
}
