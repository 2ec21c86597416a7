import { ROLE, type AccountRole } from "@/lib/format/accounts";
import { EspaceNav, type EspaceLink } from "./EspaceNav";

interface EspaceBarProps {
  readonly name: string;
  readonly role: AccountRole;
  readonly links: readonly EspaceLink[];
  readonly signOut: () => Promise<void>;
}

/** Above every page of the private part: who is signed in, where to go, the way out. */
export function EspaceBar({ name, role, links, signOut }: EspaceBarProps) {
  return (
    <div className="espace-bar">
      <EspaceNav links={links} />
      <form action={signOut}>
        <span className="who">
          {name} <small>{ROLE[role]}</small>
        </span>
        <button className="btn low" type="submit">
          Se déconnecter
        </button>
      </form>
    </div>
  );
}
