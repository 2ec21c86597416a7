"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { refresh } from "next/cache";
import { signedInPerson } from "@/app/viewer";
import { callerOf } from "@/lib/auth/origin";
import {
  changePassword,
  closeAccount,
  rename,
  revokeOtherSessions,
  revokeSession,
  type OwnAct,
} from "@/lib/commands/accounts/own-account";
import { textOf, typedIn, type ChangeState, type FormState } from "@/lib/schemas/form";

const PAGE = "/espace/compte";

async function ownAct(): Promise<OwnAct> {
  const { viewer, sessionId } = await signedInPerson(PAGE);
  return { viewer, sessionId, caller: callerOf(await headers()), now: new Date() };
}

export async function revokeSessionAction(form: FormData): Promise<void> {
  const act = await ownAct();
  const id = textOf(form, "id");
  await revokeSession(act, id);
  if (id === act.sessionId) redirect("/connexion?sorti=1");
  refresh();
}

export async function revokeOthersAction(): Promise<void> {
  await revokeOtherSessions(await ownAct());
  refresh();
}

export async function changePasswordAction(state: ChangeState, form: FormData): Promise<ChangeState> {
  const input = { current: textOf(form, "current"), password: textOf(form, "password") };
  const outcome = await changePassword(await ownAct(), input);
  if (outcome.ok) refresh();
  return {
    answer: state.answer + 1,
    faults: outcome.ok ? [] : outcome.error,
    typed: {},
    changed: outcome.ok,
  };
}

export async function renameAction(state: ChangeState, form: FormData): Promise<ChangeState> {
  const outcome = await rename(await ownAct(), textOf(form, "name"));
  if (outcome.ok) refresh();
  return {
    answer: state.answer + 1,
    faults: outcome.ok ? [] : outcome.error,
    typed: outcome.ok ? {} : typedIn(form),
    changed: outcome.ok,
  };
}

export async function closeAction(state: FormState, form: FormData): Promise<FormState> {
  const outcome = await closeAccount(await ownAct(), textOf(form, "confirmation"));
  if (outcome.ok) redirect("/connexion?clos=1");
  return { answer: state.answer + 1, faults: outcome.error, typed: {} };
}
