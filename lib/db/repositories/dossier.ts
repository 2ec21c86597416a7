import type { Prisma } from "@/generated/prisma/client";
import type { CptsDossier } from "../../record/dossier";
import type { Tx } from "./rows";

export const WHOLE_DOSSIER = {
  identity: true,
  contacts: { orderBy: { rank: "asc" } },
  project: { include: { axes: { orderBy: { rank: "asc" } } } },
} as const satisfies Prisma.CptsInclude;

type DossierRow = Prisma.CptsGetPayload<{ include: typeof WHOLE_DOSSIER }>;

export function dossierOf({ identity, contacts, project }: DossierRow): CptsDossier {
  return {
    identity: {
      legalForm: identity?.legalForm ?? null,
      siret: identity?.siret ?? null,
      address: identity?.address ?? null,
      email: identity?.email ?? null,
      phone: identity?.phone ?? null,
      website: identity?.website ?? null,
    },
    contacts: contacts.map(({ function: role, name, email, phone }) => ({
      function: role,
      name,
      email,
      phone,
    })),
    project: {
      summary: project?.summary ?? null,
      axes: (project?.axes ?? []).map(({ title, description, mission }) => ({ title, description, mission })),
    },
  };
}

/** Puts `dossier` in place of what the CPTS held. */
export async function replaceDossier(tx: Tx, cptsId: string, dossier: CptsDossier): Promise<void> {
  const { identity, contacts, project } = dossier;
  await tx.cptsIdentity.upsert({ where: { cptsId }, create: { cptsId, ...identity }, update: identity });
  await tx.cptsContact.deleteMany({ where: { cptsId } });
  await tx.cptsContact.createMany({
    data: contacts.map((contact, index) => ({ cptsId, rank: index + 1, ...contact })),
  });
  const { summary } = project;
  await tx.healthProject.upsert({ where: { cptsId }, create: { cptsId, summary }, update: { summary } });
  await tx.healthProjectAxis.deleteMany({ where: { cptsId } });
  await tx.healthProjectAxis.createMany({
    data: project.axes.map((axis, index) => ({ cptsId, rank: index + 1, ...axis })),
  });
}

/** What a CPTS says of itself; null where there is no such CPTS. */
export async function findDossier(tx: Tx, cptsId: string): Promise<CptsDossier | null> {
  const row = await tx.cpts.findUnique({ where: { id: cptsId }, include: WHOLE_DOSSIER });
  return row && dossierOf(row);
}
