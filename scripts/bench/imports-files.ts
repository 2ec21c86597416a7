import type { PrismaClient } from "@/generated/prisma/client";

/** The files of the bench and of the browser test: all of France shared out among made-up CPTS. */

export interface MadeCpts {
  readonly name: string;
  readonly department: string;
  readonly communes: readonly { readonly code: string; readonly name: string }[];
}

/** Some 800 CPTS over every commune that no CPTS holds, each within a department. */
export async function madeCpts(prisma: PrismaClient, each = 43): Promise<MadeCpts[]> {
  const communes = await prisma.commune.findMany({
    where: { memberships: { none: {} } },
    select: { code: true, name: true, departmentCode: true },
    orderBy: [{ departmentCode: "asc" }, { epciCode: "asc" }, { code: "asc" }],
  });
  const made: MadeCpts[] = [];
  for (const department of new Set(communes.map(({ departmentCode }) => departmentCode))) {
    const own = communes.filter((one) => one.departmentCode === department);
    for (let first = 0; first < own.length; first += each) {
      const name = `Banc ${department} numéro ${first / each + 1}`;
      made.push({ name, department, communes: own.slice(first, first + each) });
    }
  }
  return made;
}

export const cptsFile = (made: readonly MadeCpts[]): string =>
  ["CPTS;Département;Étape", ...made.map((one) => `${one.name};${one.department};ACI signé`)].join("\r\n");

export const territoryFile = (made: readonly MadeCpts[]): string =>
  [
    "CPTS;Code INSEE;Commune;Depuis le;Part;Note",
    ...made.flatMap((one) => one.communes.map(({ code, name }) => `${one.name};${code};${name};;;`)),
  ].join("\r\n");
