"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { callerOf } from "@/lib/auth/origin";
import { acceptInvitation, joinInvitation } from "@/lib/commands/accounts/accept";
import { signIn } from "@/lib/commands/accounts/sign-in";
import { textOf, typedIn, type FormState } from "@/lib/schemas/form";

const SECRETS = ["password"];

/** The account of an invitation is made, and its person signed in. */
export async function acceptAction(token: string, state: FormState, form: FormData): Promise<FormState> {
  const now = new Date();
  const asked = await headers();
  const password = textOf(form, "password");
  const outcome = await acceptInvitation(
    { token, caller: callerOf(asked), now },
    { name: textOf(form, "name"), email: textOf(form, "email"), password },
  );
  if (!outcome.ok) {
    return { answer: state.answer + 1, faults: outcome.error, typed: typedIn(form, SECRETS) };
  }
  await signIn(asked, now, { email: outcome.value.email, password });
  redirect("/espace");
}

/** The account that the address already has takes the invitation's scope, and its person is signed in. */
export async function joinAction(token: string, state: FormState, form: FormData): Promise<FormState> {
  const now = new Date();
  const asked = await headers();
  const password = textOf(form, "password");
  const outcome = await joinInvitation({ token, caller: callerOf(asked), now }, password);
  if (!outcome.ok) return { answer: state.answer + 1, faults: outcome.error, typed: {} };
  await signIn(asked, now, { email: outcome.value.email, password });
  redirect("/espace");
}
