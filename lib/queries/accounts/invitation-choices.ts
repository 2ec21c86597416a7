import { can, Forbidden, type Viewer } from "../../auth/can";
import type { AccountRole } from "../../auth/viewer";
import { GRANTED } from "../../commands/accounts/invite";
import { INVITED_ROLES } from "../../schemas/accounts";
import { openWorld } from "../world";

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** What is searched besides the label: a code, a department's name. */
  readonly also: string;
}

/** Whom the viewer may invite, and what they may give. */
export interface InvitationChoices {
  readonly roles: readonly AccountRole[];
  /** By slug: the CPTS of the viewer's reach. */
  readonly cpts: readonly Choice[];
  /** By code; empty for whoever may not invite agents. */
  readonly regions: readonly Choice[];
  readonly departments: readonly Choice[];
}

/** Throws Forbidden for whoever may invite nobody. */
export async function invitationChoices(viewer: Viewer): Promise<InvitationChoices> {
  const world = await openWorld(viewer);
  const { departments } = viewer;
  const roles = INVITED_ROLES.filter((role) => can(viewer, "invite", GRANTED[role], { departments }));
  if (roles.length === 0) throw new Forbidden(`${viewer.role} may not invite`);
  const placed = (code: string) => `${world.departmentOf.get(code)?.name ?? ""} (${code})`;
  const cpts = world.cpts
    .map((one) => ({ ...one, codes: one.departments.map(({ code }) => code) }))
    .filter(({ codes }) => can(viewer, "invite", "coordinators", { departments: codes }))
    .map(({ slug, name, codes }) => ({ value: slug, label: name, also: codes.map(placed).join(", ") }));
  if (!roles.includes("agent")) return { roles, cpts, regions: [], departments: [] };
  return {
    roles,
    cpts,
    regions: world.regions.map(({ code, name }) => ({ value: code, label: name, also: "région" })),
    departments: world.departments.map(({ code, name }) => ({
      value: code,
      label: `${name} (${code})`,
      also: "",
    })),
  };
}

/** Whether the viewer has accounts to look after. */
export function mayInvite(viewer: Viewer): boolean {
  const { departments } = viewer;
  return INVITED_ROLES.some((role) => can(viewer, "invite", GRANTED[role], { departments }));
}
