import { ROLE, type AccountRole } from "@/lib/format/accounts";
import { integer } from "@/lib/format/fr";
import type { AccountCounts } from "@/lib/queries/espace";

/** What an administrator looks after: who has access, and what was done. */
export function AccountsAside({ accounts }: { readonly accounts: AccountCounts }) {
  return (
    <div className="needs even">
      <section className="block">
        <h2 className="h">Comptes ouverts</h2>
        <dl className="counts">
          {(Object.keys(ROLE) as AccountRole[]).map((role) => (
            <div key={role}>
              <dt>{ROLE[role]}</dt>
              <dd>{integer(accounts.byRole[role])}</dd>
            </div>
          ))}
          <div>
            <dt>Accès retirés</dt>
            <dd>{integer(accounts.revoked)}</dd>
          </div>
          <div>
            <dt>Invitations en attente</dt>
            <dd>{integer(accounts.pendingInvitations)}</dd>
          </div>
        </dl>
        <p>
          <a href="/espace/comptes">Comptes et invitations</a>
        </p>
      </section>
      <section className="block">
        <h2 className="h">Journal</h2>
        <p className="mut">
          Qui a fait quoi, quand, avec ce qui était avant et ce qui est après&nbsp;: chaque écriture, chaque
          décision, chaque export.
        </p>
        <p>
          <a href="/espace/journal">Ouvrir le journal</a>
        </p>
        <p>
          <a href="/espace/journal?type=comptes">Ce qui touche aux comptes</a>
        </p>
      </section>
    </div>
  );
}
