"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { refresh } from "next/cache";
import { signedInPerson } from "@/app/viewer";
import type { KeyState } from "@/components/account/ApiKeyForm";
import { callerOf } from "@/lib/auth/origin";
import { makeKey, revokeKey } from "@/lib/commands/accounts/api-keys";
import {
  changePassword,
  closeAccount,
  rename,
  revokeOtherSessions,
  revokeSession,
  type OwnAct,
} from "@/lib/commands/accounts/own-account";
import { instant } from "@/lib/format/instant";
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

export async function makeKeyAction(state: KeyState, form: FormData): Promise<KeyState> {
  const input = { label: textOf(form, "label"), months: textOf(form, "months") };
  const outcome = await makeKey(await ownAct(), input);
  const answer = state.answer + 1;
  if (!outcome.ok) return { answer, faults: outcome.error, typed: typedIn(form), made: null };
  refresh();
  const { key, label, expiresAt } = outcome.value;
  return { answer, faults: [], typed: {}, made: { key, label, until: instant(expiresAt) } };
}

export async function revokeKeyAction(form: FormData): Promise<void> {
  await revokeKey(await ownAct(), textOf(form, "id"));
  refresh();
}
