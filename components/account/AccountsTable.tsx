import { ORGANISATION, ROLE } from "@/lib/format/accounts";
import { instant } from "@/lib/format/instant";
import type { AccountLine } from "@/lib/queries/accounts/list";
import { DataTable } from "../tables/DataTable";
import { RowAction, type RowWork } from "./RowAction";

interface AccountsTableProps {
  readonly accounts: readonly AccountLine[];
  readonly revoke: RowWork;
  readonly restore: RowWork;
  readonly resetLink: RowWork;
}

export function AccountsTable({ accounts, revoke, restore, resetLink }: AccountsTableProps) {
  return (
    <DataTable
      columns={[
        {
          key: "name",
          header: "Personne",
          label: "Personne",
          rowHeader: true,
          cell: ({ name, email, own }) => (
            <>
              {name} {own && <span className="chip">vous</span>}
              <small className="mail">{email}</small>
            </>
          ),
        },
        {
          key: "role",
          header: "Rôle",
          label: "Rôle",
          cell: ({ role, organisation }) => (
            <>
              {ROLE[role]}
              {role !== "coordinator" && <small className="mail">{ORGANISATION[organisation]}</small>}
            </>
          ),
        },
        { key: "scope", header: "Périmètre", label: "Périmètre", full: true, cell: scopeCell },
        {
          key: "state",
          header: "État",
          label: "État",
          cell: ({ revoked, since }) =>
            revoked ? <span className="chip warn">accès retiré</span> : `ouvert, créé le ${instant(since)}`,
        },
        {
          key: "acts",
          header: "Actions",
          label: "",
          full: true,
          cell: ({ id, name, revoked, revocable, resettable }) => (
            <>
              {revocable && !revoked && (
                <RowAction id={id} label="Retirer l’accès" about={`de ${name}`} action={revoke} />
              )}
              {revocable && revoked && (
                <RowAction id={id} label="Rétablir l’accès" about={`de ${name}`} action={restore} />
              )}
              {resettable && (
                <RowAction id={id} label="Lien de mot de passe" about={`pour ${name}`} action={resetLink} />
              )}
            </>
          ),
        },
      ]}
      rows={accounts}
      rowKey={({ id }) => id}
      caption="Comptes"
      captionHidden
      phone="cards"
      empty="Aucun compte ne correspond à ces filtres."
    />
  );
}

export function scopeCell({ scope }: { readonly scope: readonly string[] }) {
  return scope.length > 0 ? scope.join(", ") : "le pays entier";
}
