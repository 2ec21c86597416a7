import type { Tx } from "./rows";

/** What an account is called when it is closed, or was never one of ours. */
const CLOSED = "compte clos";
const SYSTEM = "Maillage";
/** Who imports from a terminal, with no account. */
export const COMMAND_LINE = "command-line";

const NOBODY: Readonly<Record<string, string>> = { system: SYSTEM, [COMMAND_LINE]: "Ligne de commande" };

/** How to name the accounts of these ids; `system` is the product itself. */
export async function accountNames(tx: Tx, ids: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)];
  const rows = await tx.authUser.findMany({
    where: { id: { in: wanted }, closedAt: null },
    select: { id: true, name: true },
  });
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return new Map(wanted.map((id) => [id, NOBODY[id] ?? names.get(id) ?? CLOSED]));
}

/** The accounts whose name or address holds these words; the product itself answers to its name. */
export async function accountsNamed(tx: Tx, words: string): Promise<string[]> {
  // Prisma leaves the wildcards of a pattern as they are typed.
  const text = words.replace(/[\\%_]/g, "\\$&");
  const rows = await tx.authUser.findMany({
    where: {
      OR: [
        { id: words },
        { name: { contains: text, mode: "insensitive" } },
        { email: { contains: text, mode: "insensitive" } },
      ],
    },
    select: { id: true },
  });
  const isSystem = SYSTEM.toLowerCase().includes(words.toLowerCase());
  return [...rows.map(({ id }) => id), ...(isSystem ? ["system"] : [])];
}
