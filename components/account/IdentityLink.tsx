interface IdentityLinkProps {
  readonly label: string;
  readonly returnTo?: string | null;
  /** The secret of the invitation that the identity is to accept. */
  readonly invitation?: string;
  /** A password is offered too. */
  readonly or: boolean;
}

/** The way in by the identity provider: a link, since forms may only be sent to this site. */
export function IdentityLink({ label, returnTo, invitation, or }: IdentityLinkProps) {
  const query = new URLSearchParams();
  if (returnTo) query.set("retour", returnTo);
  if (invitation) query.set("invitation", invitation);
  const text = query.toString();
  return (
    <div className="identity">
      <a className="btn" href={`/api/auth/start${text && `?${text}`}`} rel="nofollow">
        {label}
      </a>
      {or && <p className="or">ou par mot de passe</p>}
    </div>
  );
}
