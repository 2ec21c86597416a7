import { SECTION, SECTION_SLUG } from "@/lib/format/labels-record";
import { SECTIONS, type Section } from "@/lib/record/sections";
import { Tabs } from "../ui/Tabs";

/** The sections of a record, from one to the next. */
export function SectionTabs({ slug, current }: { readonly slug: string; readonly current: Section }) {
  const tabs = SECTIONS.map((section) => ({
    href: `/espace/cpts/${slug}/${SECTION_SLUG[section]}`,
    label: SECTION[section],
    current: section === current,
  }));
  return <Tabs label="Rubriques de la fiche" tabs={tabs} />;
}
