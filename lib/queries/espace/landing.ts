import { can, Forbidden, type Viewer } from "../../auth/can";
import type { AccountRole } from "../../auth/viewer";
import { countAccounts } from "../../db/repositories/accounts";
import { listPendingInvitations } from "../../db/repositories/invitations";
import { addMonths, type IsoDay } from "../../kernel/date";
import type { Rate } from "../../kernel/rate";
import { sumRates } from "../../kernel/rate";
import type { EspaceAddress } from "../../schemas/espace-address";
import { openWorld } from "../world";
import { assessAll, type Assessed } from "./assessment";
import type { Deadline } from "./deadlines";
import { listOf, type EspaceList } from "./list";
import { underWay, type UnderWay } from "./rounds";

/** How far ahead a deadline is told on the first page. */
const AHEAD_MONTHS = 6;
const MOST_DEADLINES = 8;

/** What falls due for one CPTS on one day, or between the same two days. */
export interface CptsDeadline {
  readonly slug: string;
  readonly name: string;
  readonly deadlines: readonly [Deadline, ...Deadline[]];
}

export interface Landing {
  readonly role: AccountRole;
  readonly today: IsoDay;
  readonly list: EspaceList;
  /** Rules satisfied of those that apply, over all of them. */
  readonly completeness: Rate;
  /** What is under way in the records that the reader keeps or decides on; null for others. */
  readonly underWay: UnderWay | null;
  readonly deadlines: readonly CptsDeadline[];
  /** Deadlines of the period that are not shown. */
  readonly moreDeadlines: number;
  readonly aheadMonths: number;
  /** Contracts past their term with neither renewal nor termination. */
  readonly pastTerm: readonly Pick<Assessed, "slug" | "name" | "standing">[];
  readonly mayCreate: boolean;
  readonly mayInvite: boolean;
  /** For administrators alone. */
  readonly accounts: AccountCounts | null;
}

export interface AccountCounts {
  /** Accounts that may sign in, whatever their role. */
  readonly open: number;
  readonly byRole: Readonly<Record<AccountRole, number>>;
  readonly revoked: number;
  readonly pendingInvitations: number;
}

/** What waits for whoever is signed in. Throws Forbidden for anybody else. */
export async function landing(viewer: Viewer, today: IsoDay, address: EspaceAddress): Promise<Landing> {
  const { role } = viewer;
  if (role === "anonymous") throw new Forbidden("nobody is signed in");
  const world = await openWorld(viewer);
  const all = await assessAll(world, today);
  const among = [...all.values()].filter(({ id, departments }) =>
    can(viewer, "read", "record", { cptsId: id, departments }),
  );
  const acts = role === "coordinator" || role === "agent";
  const deadlines = acts ? deadlinesOf(among, addMonths(today, AHEAD_MONTHS)) : [];
  return {
    role,
    today,
    list: listOf(world, among, address),
    completeness: sumRates(among.map(({ quality }) => quality.whole)),
    underWay: acts ? await underWay(world.db, among) : null,
    deadlines: deadlines.slice(0, MOST_DEADLINES),
    moreDeadlines: Math.max(0, deadlines.length - MOST_DEADLINES),
    aheadMonths: AHEAD_MONTHS,
    pastTerm: among.filter(({ standing }) => standing.state.pastTerm === "yes"),
    mayCreate: can(viewer, "create", "cpts", { departments: viewer.departments }),
    mayInvite: can(viewer, "invite", "coordinators", { departments: viewer.departments }),
    accounts: can(viewer, "read", "administrators") ? await accountCounts(world.db.prisma) : null,
  };
}

function deadlinesOf(among: readonly Assessed[], until: IsoDay): CptsDeadline[] {
  return among
    .flatMap(byDay)
    .filter(({ deadlines }) => deadlines[0].on.earliest <= until)
    .sort(soonest);
}

function byDay({ slug, name, deadlines }: Assessed): CptsDeadline[] {
  const days = new Map<string, [Deadline, ...Deadline[]]>();
  for (const deadline of deadlines) {
    const { earliest, latest } = deadline.on;
    const same = days.get(`${earliest} ${latest}`);
    if (same) same.push(deadline);
    else days.set(`${earliest} ${latest}`, [deadline]);
  }
  return [...days.values()].map((together) => ({ slug, name, deadlines: together }));
}

const soonest = ({ deadlines: [a] }: CptsDeadline, { deadlines: [b] }: CptsDeadline): number =>
  a.on.latest < b.on.latest ? -1 : a.on.latest > b.on.latest ? 1 : 0;

async function accountCounts(prisma: Parameters<typeof countAccounts>[0]): Promise<AccountCounts> {
  const [counts, pending] = await Promise.all([countAccounts(prisma), listPendingInvitations(prisma)]);
  const open = Object.values(counts.byRole).reduce((sum, many) => sum + many, 0);
  return { ...counts, open, pendingInvitations: pending.length };
}
