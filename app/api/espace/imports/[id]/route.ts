import { err, ok } from "@/lib/kernel/result";
import { importProgress } from "@/lib/queries/imports/pages";
import { acting } from "../../acting";

/** How far the work on a file is, for the bar of its page. */
export const GET = acting<{ readonly id: string }>(async ({ viewer }, { id }) => {
  const progress = await importProgress(viewer, id);
  return progress === null ? err({ kind: "not_found" }) : ok(progress);
});
