"use client";

import { createContext, useContext } from "react";
import type { Section } from "@/lib/record/sections";
import type { SectionDraft } from "./use-section-draft";

/** What a field of the form needs: set once by SectionFrame, read by every field under it. */
export interface SectionForm {
  readonly section: Section;
  readonly draft: SectionDraft;
  readonly readOnly: boolean;
}

const Context = createContext<SectionForm | null>(null);

export const SectionFormProvider = Context.Provider;

export function useSectionForm(): SectionForm {
  const form = useContext(Context);
  if (form === null) throw new Error("a field stands within a SectionFrame");
  return form;
}
