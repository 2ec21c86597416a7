import { ORGANISATION, ROLE, ROLE_MEANING } from "@/lib/format/accounts";
import { instant } from "@/lib/format/instant";
import type { InvitationView } from "@/lib/queries/accounts/invitation";

/** Who invites, to what, and until when. */
export function InvitationTerms({ invitation }: { readonly invitation: InvitationView }) {
  const { role, organisation, scope, invitedBy, expiresAt } = invitation;
  return (
    <dl className="terms">
      <div>
        <dt>Rôle</dt>
        <dd>
          {ROLE[role]}&nbsp;: {ROLE_MEANING[role]}
        </dd>
      </div>
      {role !== "coordinator" && organisation !== "other" && (
        <div>
          <dt>Organisme</dt>
          <dd>{ORGANISATION[organisation]}</dd>
        </div>
      )}
      {scope.length > 0 && (
        <div>
          <dt>Périmètre</dt>
          <dd>{scope.join(", ")}</dd>
        </div>
      )}
      {invitedBy !== null && (
        <div>
          <dt>Invitation de</dt>
          <dd>{invitedBy}</dd>
        </div>
      )}
      <div>
        <dt>Valable</dt>
        <dd>jusqu’au {instant(expiresAt)}, pour un seul usage</dd>
      </div>
    </dl>
  );
}
