import type { ReactNode } from "react";
import { signOutAction } from "@/app/(espace)/connexion/actions";
import { currentPerson } from "@/app/viewer";
import { EspaceBar } from "@/components/espace/EspaceBar";
import type { EspaceLink } from "@/components/espace/EspaceNav";
import { can } from "@/lib/auth/can";
import type { AccountRole } from "@/lib/auth/viewer";
import { mayInvite } from "@/lib/queries/accounts/invitation-choices";
import { maySeeLedger } from "@/lib/queries/money";

/** The private part. Each page sends strangers to sign in, since it alone knows the way back. */
export default async function EspaceLayout({ children }: { readonly children: ReactNode }) {
  const person = await currentPerson();
  if (person === null) return children;
  const { viewer, name } = person;
  const links: EspaceLink[] = [
    { href: "/espace", label: "Accueil" },
    ...(maySeeLedger(viewer)
      ? [
          { href: "/espace/echeancier", label: "Échéancier" },
          { href: "/analyse", label: "Analyse" },
        ]
      : []),
    ...(can(viewer, "write", "payments", { departments: viewer.departments })
      ? [{ href: "/espace/paiements/importer", label: "Versements" }]
      : []),
    ...(can(viewer, "write", "imports", { departments: viewer.departments })
      ? [{ href: "/espace/imports", label: "Imports" }]
      : []),
    ...(mayInvite(viewer) ? [{ href: "/espace/comptes", label: "Comptes" }] : []),
    ...(can(viewer, "read", "journal") ? [{ href: "/espace/journal", label: "Journal" }] : []),
    { href: "/espace/compte", label: "Mon compte" },
  ];
  return (
    <>
      <EspaceBar name={name} role={viewer.role as AccountRole} links={links} signOut={signOutAction} />
      {children}
    </>
  );
}
