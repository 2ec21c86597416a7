import { ROLE } from "@/lib/format/accounts";
import { instant } from "@/lib/format/instant";
import type { InvitationLine } from "@/lib/queries/accounts/list";
import { DataTable } from "../tables/DataTable";
import { scopeCell } from "./AccountsTable";
import { RowAction, type RowWork } from "./RowAction";

interface InvitationsTableProps {
  readonly invitations: readonly InvitationLine[];
  readonly renew: RowWork;
  readonly withdraw: RowWork;
}

export function InvitationsTable({ invitations, renew, withdraw }: InvitationsTableProps) {
  return (
    <DataTable
      columns={[
        { key: "email", header: "Adresse", label: "Adresse", rowHeader: true, cell: ({ email }) => email },
        { key: "role", header: "Rôle", label: "Rôle", cell: ({ role }) => ROLE[role] },
        { key: "scope", header: "Périmètre", label: "Périmètre", full: true, cell: scopeCell },
        {
          key: "until",
          header: "Valable",
          label: "Valable",
          cell: ({ expired, expiresAt }) =>
            expired ? (
              <span className="chip warn">expirée le {instant(expiresAt)}</span>
            ) : (
              `jusqu’au ${instant(expiresAt)}`
            ),
        },
        {
          key: "acts",
          header: "Actions",
          label: "",
          full: true,
          cell: ({ id, email }) => (
            <>
              <RowAction id={id} label="Refaire un lien" about={`pour ${email}`} action={renew} />
              <RowAction id={id} label="Retirer l’invitation" about={`de ${email}`} action={withdraw} />
            </>
          ),
        },
      ]}
      rows={invitations}
      rowKey={({ id }) => id}
      caption="Invitations en attente"
      captionHidden
      phone="cards"
    />
  );
}
