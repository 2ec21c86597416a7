import type { Prisma } from "@/generated/prisma/client";
import type { Section } from "../../record/sections";
import type { Tx } from "./rows";

/** What is being typed in a section. `content` is the form as it stands, valid or not. */
export interface Draft {
  readonly section: Section;
  readonly content: Prisma.JsonValue;
  /** What the record's section held when the draft began. */
  readonly base: Prisma.JsonValue;
  readonly version: number;
  /** ISO 8601 instant, UTC. */
  readonly updatedAt: string;
  /** Id of an account. */
  readonly updatedBy: string;
}

type DraftRow = NonNullable<Awaited<ReturnType<Tx["sectionDraft"]["findUnique"]>>>;

const draftOf = ({ section, content, base, version, updatedAt, updatedBy }: DraftRow): Draft => ({
  section,
  content,
  base,
  version,
  updatedAt: updatedAt.toISOString(),
  updatedBy,
});

export async function findDraft(tx: Tx, cptsId: string, section: Section): Promise<Draft | null> {
  const row = await tx.sectionDraft.findUnique({ where: { cptsId_section: { cptsId, section } } });
  return row && draftOf(row);
}

/** In the order of the sections. */
export async function listDrafts(tx: Tx, cptsId: string): Promise<Draft[]> {
  return (await tx.sectionDraft.findMany({ where: { cptsId }, orderBy: { section: "asc" } })).map(draftOf);
}

/** Which sections are being typed in these CPTS, by whom and since when; the latest first, without what is typed. */
export async function listDraftsUnderWay(
  tx: Tx,
  cptsIds: readonly string[],
): Promise<(Pick<Draft, "section" | "updatedAt" | "updatedBy"> & { readonly cptsId: string })[]> {
  const rows = await tx.sectionDraft.findMany({
    where: { cptsId: { in: [...cptsIds] } },
    select: { cptsId: true, section: true, updatedAt: true, updatedBy: true },
    orderBy: [{ updatedAt: "desc" }, { cptsId: "asc" }, { section: "asc" }],
  });
  return rows.map(({ updatedAt, ...row }) => ({ ...row, updatedAt: updatedAt.toISOString() }));
}

/** Puts a draft in place of the one before, whatever it was: the caller has checked the version. */
export async function putDraft(
  tx: Tx,
  cptsId: string,
  draft: Pick<Draft, "section" | "version" | "updatedBy"> & {
    readonly content: Prisma.InputJsonObject;
    readonly base: Prisma.InputJsonObject;
  },
): Promise<Draft> {
  const { section, ...rest } = draft;
  const data = { ...rest, updatedAt: new Date() };
  return draftOf(
    await tx.sectionDraft.upsert({
      where: { cptsId_section: { cptsId, section } },
      create: { cptsId, section, ...data },
      update: data,
    }),
  );
}

export async function deleteDrafts(tx: Tx, cptsId: string, sections: readonly Section[]): Promise<void> {
  await tx.sectionDraft.deleteMany({ where: { cptsId, section: { in: [...sections] } } });
}
