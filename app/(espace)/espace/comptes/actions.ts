"use server";

import { headers } from "next/headers";
import { refresh } from "next/cache";
import { signedInViewer } from "@/app/viewer";
import type { RowState } from "@/components/account/RowAction";
import { shownOrigin, trustedOrigin } from "@/lib/auth/origin";
import { deliverInvitation } from "@/lib/commands/accounts/deliver";
import { renewLink, withdrawInvitation } from "@/lib/commands/accounts/invite";
import { makeResetLink } from "@/lib/commands/accounts/reset";
import { restoreAccess, revokeAccess } from "@/lib/commands/accounts/rights";
import { instant } from "@/lib/format/instant";
import { textOf } from "@/lib/schemas/form";

const GONE: RowState = {
  said: "Introuvable\u00a0: rechargez la page, quelqu’un vient peut-être d’y toucher.",
  link: null,
};

async function act() {
  return { viewer: await signedInViewer("/espace/comptes"), now: new Date() };
}

export async function revokeAction(_: RowState, form: FormData): Promise<RowState> {
  const outcome = await revokeAccess(await act(), textOf(form, "id"));
  if (outcome === null) return GONE;
  if (!outcome.ok) return { said: outcome.error[0]?.message ?? "", link: null };
  refresh();
  return { said: "Accès retiré, sessions fermées.", link: null };
}

export async function restoreAction(_: RowState, form: FormData): Promise<RowState> {
  const outcome = await restoreAccess(await act(), textOf(form, "id"));
  if (outcome === null) return GONE;
  refresh();
  return { said: "Accès rétabli.", link: null };
}

export async function resetLinkAction(_: RowState, form: FormData): Promise<RowState> {
  const made = await makeResetLink(await act(), textOf(form, "id"));
  if (made === null) return GONE;
  const until = instant(made.expiresAt);
  return {
    said: `Lien valable jusqu’au ${until}, à transmettre à ${made.email}.`,
    link: await linkTo(made.path),
  };
}

export async function renewAction(_: RowState, form: FormData): Promise<RowState> {
  const made = await renewLink(await act(), textOf(form, "id"));
  if (made === null) return GONE;
  const mail = await deliverInvitation(made, trustedOrigin(await headers()));
  refresh();
  const until = instant(made.expiresAt);
  if (mail?.sent) return { said: `Envoyée à ${made.email}, valable jusqu’au ${until}.`, link: null };
  const why = mail === null ? "" : `Le message n’est pas parti\u00a0: ${mail.why} `;
  return { said: `${why}Lien à transmettre, valable jusqu’au ${until}.`, link: await linkTo(made.path) };
}

export async function withdrawAction(_: RowState, form: FormData): Promise<RowState> {
  if (!(await withdrawInvitation(await act(), textOf(form, "id")))) return GONE;
  refresh();
  return { said: "Invitation retirée\u00a0: son lien n’ouvre plus rien.", link: null };
}

async function linkTo(path: string): Promise<string> {
  return shownOrigin(await headers()) + path;
}
