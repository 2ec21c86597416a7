import { can, type Viewer } from "../../auth/can";
import { scopeOf } from "../../db/repositories/kept";
import type { IsoDay } from "../../kernel/date";
import type { Rate } from "../../kernel/rate";
import type { Finding } from "../../quality";
import { isBinding, SECTIONS, type Section } from "../../record/sections";
import { openWorld } from "../world";
import { assessAll, type Assessed } from "./assessment";
import type { Deadline } from "./deadlines";
import { underWay, type Round } from "./rounds";
import { sectionStanding, type Standing } from "./section-state";

/** Where a section stands. */
export interface SectionState {
  readonly section: Section;
  /** It binds the contract: what is typed must be proposed. */
  readonly binding: boolean;
  readonly state: Standing;
  /** Who types and since when; null without a draft, or for readers who may not know. */
  readonly draft: { readonly by: string; readonly at: string } | null;
  readonly completeness: Rate;
  readonly findings: readonly Finding[];
}

export interface Workspace {
  readonly slug: string;
  readonly name: string;
  readonly today: IsoDay;
  readonly departments: readonly { readonly code: string; readonly name: string }[];
  readonly standing: Assessed["standing"];
  readonly completeness: Rate;
  readonly sections: readonly SectionState[];
  readonly deadlines: readonly Deadline[];
  readonly waiting: Round | null;
  readonly returned: Round | null;
  /** Names of the communes that findings are about. */
  readonly communes: Readonly<Record<string, string>>;
  readonly mayPropose: boolean;
  readonly mayDecide: boolean;
  readonly mayWrite: boolean;
}

/** The home of one record; null for one that does not exist, or not for the viewer. */
export async function workspace(viewer: Viewer, slug: string, today: IsoDay): Promise<Workspace | null> {
  const world = await openWorld(viewer);
  // The scope from the database, not from what is cached.
  const scope = await scopeOf(world.db.prisma, slug);
  if (scope === null || !can(viewer, "read", "record", scope)) return null;
  const assessed = (await assessAll(world, today)).get(slug);
  if (!assessed) return null;
  const { waiting, returned, drafts } = await underWay(world.db, [assessed]);
  // Who types is nobody's business but that of the parties.
  const knowsPeople = can(viewer, "read", "history", scope);
  const anonymous = (round: Round | undefined): Round | null =>
    round === undefined ? null : knowsPeople ? round : { ...round, by: "", words: null };
  const round = anonymous(waiting[0]);
  const back = anonymous(returned[0]);
  const last = round
    ? { ...round, status: "submitted" as const }
    : back && { ...back, status: "returned" as const };
  const { quality } = assessed;
  const about = quality.findings.flatMap((finding) => finding.about);
  return {
    slug,
    name: assessed.name,
    today,
    departments: assessed.departments.map((code) => ({
      code,
      name: world.departmentOf.get(code)?.name ?? code,
    })),
    standing: assessed.standing,
    completeness: quality.whole,
    sections: SECTIONS.map((section) => {
      const draft = drafts.find((one) => one.section === section) ?? null;
      return {
        section,
        binding: isBinding(section),
        state: sectionStanding(section, draft !== null, last),
        draft: draft && knowsPeople ? { by: draft.by, at: draft.at } : null,
        completeness: quality.bySection[section],
        findings: quality.findings.filter((finding) => finding.section === section),
      };
    }),
    deadlines: assessed.deadlines,
    waiting: round,
    returned: back,
    communes: Object.fromEntries(
      about.flatMap((one) =>
        one.kind === "commune" ? [[one.code, world.commune.get(one.code)?.name ?? one.code]] : [],
      ),
    ),
    mayPropose: can(viewer, "propose", "record", scope),
    mayDecide: can(viewer, "decide", "record", scope),
    mayWrite: can(viewer, "save", "record", scope),
  };
}
