"use client";

import type { SectionPage } from "@/lib/queries/section-page";
import { SectionFrame } from "../forms/section/SectionFrame";
import { isReadOnly } from "../forms/section/rights";
import { useSectionDraft } from "../forms/section/use-section-draft";
import { ContractFields } from "./ContractFields";
import { IdentityFields } from "./IdentityFields";
import { IndicatorsFields } from "./IndicatorsFields";
import { MissionsFields } from "./MissionsFields";
import { PartnersFields } from "./PartnersFields";
import { ProfessionalsFields } from "./ProfessionalsFields";
import { ProjectFields } from "./ProjectFields";

/** The form of one section, whichever it is but the territory, which has its own editor. */
export function SectionEditor({ page }: { readonly page: SectionPage }) {
  const { slug, section, rights } = page;
  const lock = page.lock && {
    round: page.lock.round,
    submittedAt: page.lock.submittedAt,
    href: `/espace/propositions/${page.lock.id}`,
  };
  const draft = useSectionDraft({ ...page.draft, readOnly: isReadOnly(rights, lock) });
  return (
    <SectionFrame slug={slug} section={section} rights={rights} lock={lock} draft={draft}>
      <Fields page={page} />
    </SectionFrame>
  );
}

function Fields({ page }: { readonly page: SectionPage }) {
  switch (page.section) {
    case "identity":
      return <IdentityFields contactsHidden={page.contactsHidden} />;
    case "professionals":
      return <ProfessionalsFields />;
    case "partners":
      return <PartnersFields />;
    case "project":
      return <ProjectFields />;
    case "missions":
      return <MissionsFields terms={page.missions} signed={page.signed} today={page.today} />;
    case "contract":
      return <ContractFields annex={page.annex} />;
    case "indicators":
      return <IndicatorsFields contracts={page.contracts} />;
    case "territory":
      return null;
  }
}
