import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { askFrom } from "@/app/ask";
import { DepartmentView } from "@/components/department/DepartmentView";
import { communeLines, sortedCpts } from "@/lib/queries/department-lists";
import { departmentPage } from "@/lib/queries/department-page";
import type { Query } from "@/lib/schemas/address";
import { departmentInAddress } from "@/lib/schemas/department-address";

interface Props {
  readonly params: Promise<{ code: string }>;
  readonly searchParams: Promise<Query>;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const page = await departmentPage(await askFrom(await searchParams), (await params).code);
  if (!page) return { title: "Département inconnu" };
  const { name, code } = page.department;
  return {
    title: `${name} (${code})`,
    description: `Couverture du département ${name} par les communautés professionnelles territoriales de santé : carte par commune, étapes, habitants, financement, sources.`,
  };
}

export default async function DepartmentRoute({ params, searchParams }: Props) {
  const [{ code }, query] = await Promise.all([params, searchParams]);
  const upper = code.toUpperCase();
  if (upper !== code) permanentRedirect(`/departements/${upper}`);
  const ask = await askFrom(query);
  const page = await departmentPage(ask, code);
  if (!page) notFound();
  const address = departmentInAddress(query);
  return (
    <DepartmentView
      page={page}
      query={query}
      address={address}
      communes={address.view === "carte" ? [] : communeLines(page, address)}
      cpts={sortedCpts(page.cpts, address.cptsBy)}
      today={ask.today}
      ignored={[ask.ignored, ...address.ignored]}
    />
  );
}
