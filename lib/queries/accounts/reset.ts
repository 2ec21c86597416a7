import type { Bearer } from "../../commands/accounts/accept";
import { DEAD_RESET, openReset } from "../../commands/accounts/reset";
import { err, ok, type Result } from "../../kernel/result";

/** Whose password a link sets, or why it opens nothing, in French. The link itself is the right to. */
export async function resettable(bearer: Bearer): Promise<Result<{ readonly email: string }, string>> {
  const found = await openReset(bearer);
  if (!found.ok) return err(found.error[0]?.message ?? DEAD_RESET);
  return ok({ email: found.value.email });
}
