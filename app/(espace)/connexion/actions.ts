"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { localPath } from "@/lib/auth/origin";
import { signIn, signOut } from "@/lib/commands/accounts/sign-in";
import { textOf, typedIn, type FormState } from "@/lib/schemas/form";

export async function signInAction(state: FormState, form: FormData): Promise<FormState> {
  const input = { email: textOf(form, "email"), password: textOf(form, "password") };
  const outcome = await signIn(await headers(), new Date(), input);
  if (outcome.ok) redirect(localPath(form.get("retour")) ?? "/espace");
  return { answer: state.answer + 1, faults: outcome.error, typed: typedIn(form, ["password"]) };
}

export async function signOutAction(): Promise<void> {
  const sent = await headers();
  const provider = await signOut(sent, new Date());
  // A form that leads to another site is refused by the content security policy: without scripts, only here.
  const isScripted = sent.has("next-action");
  redirect(provider !== null && isScripted ? provider : "/connexion?sorti=1");
}
