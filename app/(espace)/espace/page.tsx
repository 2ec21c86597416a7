import type { Metadata } from "next";
import { today } from "@/app/ask";
import { signedInViewer } from "@/app/viewer";
import { Landing } from "@/components/espace/Landing";
import { landing } from "@/lib/queries/espace";
import type { Query } from "@/lib/schemas/address";
import { espaceInAddress } from "@/lib/schemas/espace-address";

export const metadata: Metadata = { title: "Ce qui m’attend", robots: { index: false } };

interface PageProps {
  readonly searchParams: Promise<Query>;
}

export default async function EspacePage({ searchParams }: PageProps) {
  const query = await searchParams;
  const viewer = await signedInViewer("/espace");
  const model = await landing(viewer, await today(), espaceInAddress(query));
  return <Landing model={model} query={query} />;
}
