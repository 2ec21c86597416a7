import type { Prisma } from "@/generated/prisma/client";
import { authorise } from "../auth/can";
import { getDb } from "../db/client";
import { appendAudit } from "../db/repositories/audit";
import { listCptsNames, type CptsName } from "../db/repositories/cpts-names";
import { insertCpts } from "../db/repositories/cpts-write";
import type { Tx } from "../db/repositories/rows";
import { upsertEvidence } from "../db/repositories/sources";
import { day as written } from "../format/fr";
import { ok } from "../kernel/result";
import { creationForm, type CreationContent } from "../schemas/creation";
import { issuesOf, type FieldIssue } from "../schemas/sections";
import { freeSlug, namesakes } from "../territory/namesakes";
import { accountOf, invalid, type Actor, type Outcome } from "./outcome";
import { behind } from "./words";

/**
 * Creates a CPTS from its letter of intent: its name, its departments, that one event. Its address is made
 * from its name, and never changes later. A name that is another's, or nearly, must be said to be another:
 * `distinctFrom` names those that the writer has seen.
 *
 * Throws Forbidden, where none of the departments is the agent's too.
 */
export async function createCpts(actor: Actor, form: unknown): Promise<Outcome<{ readonly slug: string }>> {
  authorise(actor.viewer, "create", "cpts", { departments: actor.viewer.departments });
  const parsed = creationForm.safeParse(form);
  if (!parsed.success) return invalid(issuesOf(parsed.error));
  const content = parsed.data;
  authorise(actor.viewer, "create", "cpts", { departments: content.departments });
  if (content.letterOn > actor.today) {
    return invalid([
      { path: ["letterOn"], message: "est un jour à venir\u00a0: indiquez celui de la lettre reçue" },
    ]);
  }
  const { write } = await getDb();
  return write(async (tx) => {
    const known = await listCptsNames(tx);
    const issues = [...(await unknownDepartments(tx, content)), ...unseenNamesakes(content, known)];
    if (issues.length > 0) return invalid(issues);
    const taken = new Set(known.map((one) => one.slug));
    const slug = freeSlug(content.name, content.departments[0] ?? "", taken);
    const citation = await declare(tx, actor, slug, content);
    const { name, departments, letterOn, note } = content;
    await insertCpts(
      tx,
      {
        slug,
        name,
        summary: null,
        departments: departments.map((code, index) => ({ code, rank: index + 1, citation })),
        events: [
          { kind: "letter_of_intent", when: { earliest: letterOn, latest: letterOn }, note, citation },
        ],
        figures: [],
        memberships: [],
        professionals: [],
        partners: [],
        missions: [],
        contracts: [],
        funding: [],
      },
      "entered",
    );
    await appendAudit(tx, {
      actor: accountOf(actor),
      action: "cpts.created",
      subject: `cpts:${slug}`,
      before: null,
      after: { ...content } as unknown as Prisma.InputJsonObject,
    });
    return ok({ slug });
  });
}

async function unknownDepartments(tx: Tx, { departments }: CreationContent): Promise<FieldIssue[]> {
  const known = await tx.department.findMany({
    where: { code: { in: [...departments] } },
    select: { code: true },
  });
  const codes = new Set(known.map(({ code }) => code));
  return departments.flatMap((code, index) =>
    codes.has(code)
      ? []
      : [
          {
            path: ["departments", index],
            message: `\u00ab\u00a0${code}\u00a0\u00bb n’est aucun département`,
          },
        ],
  );
}

function unseenNamesakes({ name, distinctFrom }: CreationContent, known: readonly CptsName[]): FieldIssue[] {
  const unseen = namesakes(name, known).filter(({ slug }) => !distinctFrom.includes(slug));
  if (unseen.length === 0) return [];
  return [
    {
      path: ["distinctFrom"],
      message: "doit être vérifié\u00a0: une CPTS porte déjà ce nom, ou presque",
    },
  ];
}

/** The source that the letter of intent and the departments stand on. */
async function declare(
  tx: Tx,
  { viewer, today }: Actor,
  slug: string,
  content: CreationContent,
): Promise<string> {
  const id = `declaration:${slug}:1`;
  await upsertEvidence(tx, {
    sources: [
      {
        id,
        kind: "declaration",
        title: `Fiche de la CPTS ${content.name} tenue dans Maillage`,
        publisher: behind(viewer),
        published: { earliest: today, latest: today },
        url: null,
        reference: null,
      },
    ],
    citations: [
      {
        id,
        sourceId: id,
        sense: `Déclaré le ${written(today)} : lettre d’intention du ${written(content.letterOn)}, départements.`,
        note: null,
      },
    ],
  });
  return id;
}
