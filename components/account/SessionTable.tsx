import { device } from "@/lib/format/device";
import { instant } from "@/lib/format/instant";
import type { OwnSession } from "@/lib/queries/accounts/own";
import { DataTable } from "../tables/DataTable";

interface SessionTableProps {
  readonly sessions: readonly OwnSession[];
  readonly revoke: (form: FormData) => Promise<void>;
}

/** Where the account is signed in. */
export function SessionTable({ sessions, revoke }: SessionTableProps) {
  return (
    <DataTable
      columns={[
        {
          key: "device",
          header: "Appareil",
          label: "Appareil",
          rowHeader: true,
          cell: ({ userAgent, current }) => (
            <>
              {device(userAgent)} {current && <span className="chip">cette session</span>}
            </>
          ),
        },
        { key: "since", header: "Ouverte", label: "Ouverte", cell: ({ createdAt }) => instant(createdAt) },
        {
          key: "used",
          header: "Dernière activité",
          label: "Dernière activité",
          cell: ({ usedAt }) => instant(usedAt),
        },
        {
          key: "from",
          header: "Adresse IP",
          label: "Adresse IP",
          cell: ({ address }) => address ?? "inconnue",
        },
        {
          key: "end",
          header: <span className="vh">Fermer</span>,
          label: "",
          cell: ({ id, userAgent, createdAt, current }) => (
            <form action={revoke} className="row-action">
              <input type="hidden" name="id" value={id} />
              <button className="btn low" type="submit">
                {current ? "Se déconnecter ici" : "Fermer"}
                <span className="vh">
                  {" "}
                  {device(userAgent)}, ouverte le {instant(createdAt)}
                </span>
              </button>
            </form>
          ),
        },
      ]}
      rows={sessions}
      rowKey={({ id }) => id}
      caption="Sessions ouvertes de mon compte"
      captionHidden
      phone="cards"
    />
  );
}
