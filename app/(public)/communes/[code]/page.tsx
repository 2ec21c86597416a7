import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { askFrom } from "@/app/ask";
import { CommuneView } from "@/components/commune/CommuneView";
import { MovedCommune } from "@/components/commune/MovedCommune";
import { communePage } from "@/lib/queries/commune-page";
import { addressWith, type Query } from "@/lib/schemas/address";

interface Props {
  readonly params: Promise<{ code: string }>;
  readonly searchParams: Promise<Query>;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ code }, query] = await Promise.all([params, searchParams]);
  const page = await communePage(await askFrom(query), code);
  if (page?.kind !== "commune") return { title: page ? `Ancien code ${code}` : "Commune inconnue" };
  const { name, department } = page.commune;
  return {
    title: `${name} (${department.name})`,
    description: `${name}, ${department.name} : quelle CPTS couvre la commune, depuis quand, et d’après quelle source.`,
  };
}

export default async function CommuneRoute({ params, searchParams }: Props) {
  const [{ code }, query] = await Promise.all([params, searchParams]);
  const upper = code.toUpperCase();
  if (upper !== code) permanentRedirect(addressWith(`/communes/${upper}`, query, {}));
  const ask = await askFrom(query);
  const page = await communePage(ask, code);
  if (!page) notFound();
  if (page.kind === "commune") {
    return <CommuneView page={page} query={query} today={ask.today} ignored={[ask.ignored]} />;
  }
  const [successor, ...others] = page.successors;
  if (successor && others.length === 0) {
    permanentRedirect(addressWith(`/communes/${successor.code}`, query, {}));
  }
  return <MovedCommune moved={page} query={query} />;
}
