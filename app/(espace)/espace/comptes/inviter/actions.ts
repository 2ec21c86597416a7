"use server";

import { headers } from "next/headers";
import { signedInViewer } from "@/app/viewer";
import type { InviteState } from "@/components/account/InviteForm";
import { shownOrigin, trustedOrigin } from "@/lib/auth/origin";
import { deliverInvitation } from "@/lib/commands/accounts/deliver";
import { invite } from "@/lib/commands/accounts/invite";
import { instant } from "@/lib/format/instant";
import { textOf, typedIn } from "@/lib/schemas/form";

export async function inviteAction(state: InviteState, form: FormData): Promise<InviteState> {
  const viewer = await signedInViewer("/espace/comptes/inviter");
  const texts = (name: string) => form.getAll(name).filter((value) => typeof value === "string");
  const outcome = await invite(
    { viewer, now: new Date() },
    {
      role: textOf(form, "role"),
      email: textOf(form, "email"),
      organisation: textOf(form, "organisation"),
      cpts: texts("cpts"),
      departments: texts("departments"),
      regions: texts("regions"),
    },
  );
  const answer = state.answer + 1;
  if (!outcome.ok) return { answer, faults: outcome.error, typed: typedIn(form), made: null };
  const { email, role, path, expiresAt } = outcome.value;
  const asked = await headers();
  const mail = await deliverInvitation(outcome.value, trustedOrigin(asked));
  // What was mailed is for the mailbox alone.
  const link = mail?.sent ? null : shownOrigin(asked) + path;
  const made = { email, role, link, until: instant(expiresAt), mail };
  return { answer, faults: [], typed: {}, made };
}
