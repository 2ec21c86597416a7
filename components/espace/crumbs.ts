import { cptsCalled } from "@/lib/format/cpts";

interface Crumb {
  readonly label: string;
  readonly href: string;
}

export const HOME: Crumb = { label: "Mon espace", href: "/espace" };

/** The way down to a page of one record. */
export const recordCrumbs = (
  of: { readonly slug: string; readonly name: string },
  ...more: Crumb[]
): Crumb[] => [HOME, { label: cptsCalled(of.name), href: `/espace/cpts/${of.slug}` }, ...more];
