"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { callerOf, trustedOrigin } from "@/lib/auth/origin";
import { askReset, mailReset, resetPassword } from "@/lib/commands/accounts/reset";
import { textOf, typedIn, type FormState } from "@/lib/schemas/form";

export interface AskState extends FormState {
  readonly asked: string | null;
}

export async function askAction(state: AskState, form: FormData): Promise<AskState> {
  const now = new Date();
  const request = await headers();
  const outcome = await askReset({ caller: callerOf(request), now }, textOf(form, "email"));
  const answer = state.answer + 1;
  if (!outcome.ok) return { answer, faults: outcome.error, typed: typedIn(form), asked: null };
  const { email } = outcome.value;
  const origin = trustedOrigin(request);
  after(() => mailReset(email, origin, now));
  return { answer, faults: [], typed: {}, asked: email };
}

export async function resetAction(token: string, state: FormState, form: FormData): Promise<FormState> {
  const bearer = { token, caller: callerOf(await headers()), now: new Date() };
  const outcome = await resetPassword(bearer, textOf(form, "password"));
  if (outcome.ok) redirect("/connexion?change=1");
  return { answer: state.answer + 1, faults: outcome.error, typed: {} };
}
