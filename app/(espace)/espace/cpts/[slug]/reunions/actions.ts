"use server";

import { redirect } from "next/navigation";
import { today } from "@/app/ask";
import { signedInViewer } from "@/app/viewer";
import { faultsOf } from "@/components/dossier/faults";
import type { MeetingState } from "@/components/dossier/meeting-state";
import { addMeeting, changeMeeting, removeMeeting } from "@/lib/commands/meetings";
import { textOf, typedIn } from "@/lib/schemas/form";
import type { MeetingContent } from "@/lib/schemas/meeting";
import type { FieldIssue } from "@/lib/schemas/sections";
import { afterRemoval, faultsOfError, refusedWith } from "../kept-things";

const NAMES = {
  kind: "Le type de réunion",
  heldOn: "Le jour",
  participants: "La fonction",
  decisions: "Le texte des décisions",
  documents: "Les documents joints",
};

const GONE =
  "Cette réunion a été retirée entre-temps. Ce que vous avez tapé est toujours là\u00a0: enregistrez-le comme nouvelle réunion, ou quittez la page.";

/** Adds a meeting (`id` null), changes it, or asks for more lines: by the button pressed. */
export async function meetingAction(
  slug: string,
  id: string | null,
  state: MeetingState,
  form: FormData,
): Promise<MeetingState> {
  const list = listOf(slug);
  const viewer = await signedInViewer(id === null ? `${list}/nouvelle` : `${list}/${id}`);
  const same: MeetingState = {
    answer: state.answer + 1,
    faults: [],
    typed: typedIn(form),
    theirs: state.theirs,
    isGone: form.get("anew") === "1",
    isLonger: form.get("more") === "1",
  };
  if (same.isLonger) return same;
  const actor = { viewer, today: await today() };
  const { content, lines } = contentOf(form);
  try {
    const outcome =
      id === null || same.isGone
        ? await addMeeting(actor, slug, content)
        : await changeMeeting(actor, slug, id, { content, version: Number(textOf(form, "version")) });
    if (!outcome.ok)
      return refusedWith<MeetingContent, MeetingState>(
        outcome.error,
        same,
        (issues) => faultsOf(issues, NAMES, (path) => fieldOf(path, lines)),
        GONE,
      );
  } catch (error) {
    return { ...same, faults: faultsOfError(error) };
  }
  redirect(`${list}?fait=${id === null ? "ajout" : "modification"}`);
}

/** Takes a meeting away, as the page showed it. */
export async function removeMeetingAction(slug: string, id: string, version: number): Promise<void> {
  const list = listOf(slug);
  const viewer = await signedInViewer(`${list}/${id}`);
  const removal = removeMeeting({ viewer, today: await today() }, slug, id, version);
  await afterRemoval(removal, list, id, { changed: "modifiee", gone: "retiree" });
}

const listOf = (slug: string): string => `/espace/cpts/${encodeURIComponent(slug)}/reunions`;

/** The form without its empty lines of people; `lines` says in which line each person was typed. */
function contentOf(form: FormData) {
  const texts = (name: string) => form.getAll(name).map((value) => (typeof value === "string" ? value : ""));
  const organisations = texts("organisation");
  const people = texts("function").map((role, line) => ({
    line,
    function: role,
    organisation: organisations[line] ?? "",
  }));
  const told = people.filter((one) => one.function.trim() !== "" || one.organisation.trim() !== "");
  return {
    lines: told.map(({ line }) => line),
    content: {
      kind: textOf(form, "kind"),
      heldOn: textOf(form, "heldOn"),
      participants: told.map(({ function: role, organisation }) => ({ function: role, organisation })),
      decisions: textOf(form, "decisions"),
      documents: texts("documents"),
    },
  };
}

function fieldOf([first, index, part]: FieldIssue["path"], lines: readonly number[]): string {
  if (first === "participants") return `${String(part ?? "function")}-${lines[Number(index)] ?? 0}`;
  return String(first ?? "form");
}
