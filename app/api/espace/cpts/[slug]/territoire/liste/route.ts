import { acting, objectOf } from "@/app/api/espace/acting";
import { invalid, notFound } from "@/lib/commands/outcome";
import { ok } from "@/lib/kernel/result";
import { recogniseCommunes } from "@/lib/queries/recognise-communes";
import { pastedList } from "@/lib/schemas/pasted-list";

/** What a pasted list of codes and names says. Nothing is written: the editor applies what the reader accepts. */
export const POST = acting<{ slug: string }>(async (actor, { slug }, request) => {
  const parsed = pastedList.safeParse(await objectOf(request));
  if (!parsed.success) {
    return invalid(
      parsed.error.issues.map(({ path, message }) => ({ path: path.map((step) => String(step)), message })),
    );
  }
  const report = await recogniseCommunes(actor, slug, parsed.data);
  return report === null ? notFound() : ok(report);
});
