import { instant } from "@/lib/format/instant";
import type { OwnKey } from "@/lib/queries/accounts/own";
import { DataTable } from "../tables/DataTable";

interface ApiKeyTableProps {
  readonly keys: readonly OwnKey[];
  readonly revoke: (form: FormData) => Promise<void>;
}

const STATE: Readonly<Record<OwnKey["state"], string>> = {
  live: "en service",
  expired: "expirée",
  revoked: "retirée",
};

/** One's own keys, those that open nothing any more included. */
export function ApiKeyTable({ keys, revoke }: ApiKeyTableProps) {
  return (
    <DataTable
      columns={[
        { key: "label", header: "Clé", label: "Clé", rowHeader: true, cell: ({ label }) => label },
        { key: "state", header: "État", label: "État", cell: ({ state }) => STATE[state] },
        { key: "made", header: "Faite", label: "Faite", cell: ({ createdAt }) => instant(createdAt) },
        {
          key: "until",
          header: "Valable jusqu’au",
          label: "Valable jusqu’au",
          cell: (key) => instant(key.expiresAt),
        },
        {
          key: "used",
          header: "Dernier usage",
          label: "Dernier usage",
          cell: ({ lastUsedAt }) => (lastUsedAt === null ? "jamais" : instant(lastUsedAt)),
        },
        {
          key: "end",
          header: <span className="vh">Retirer</span>,
          label: "",
          cell: ({ id, label, state }) =>
            state === "live" && (
              <form action={revoke} className="row-action">
                <input type="hidden" name="id" value={id} />
                <button className="btn low" type="submit">
                  Retirer<span className="vh"> la clé {label}</span>
                </button>
              </form>
            ),
        },
      ]}
      rows={keys}
      rowKey={({ id }) => id}
      caption="Mes clés d’accès à l’API"
      captionHidden
      phone="cards"
      empty="Aucune clé."
    />
  );
}
