import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { today } from "@/app/ask";
import { signedInViewer } from "@/app/viewer";
import { recordCrumbs } from "@/components/espace/crumbs";
import { PageHead } from "@/components/layout/PageHead";
import { PaymentForm } from "@/components/money/PaymentForm";
import { paymentPage } from "@/lib/queries/payments";
import { RecordMenu } from "../../../RecordMenu";
import { paymentAction } from "../actions";

interface PageProps {
  readonly params: Promise<{ readonly slug: string }>;
}

export const metadata: Metadata = { title: "Nouveau versement", robots: { index: false } };

export default async function NewPaymentPage({ params }: PageProps) {
  const { slug } = await params;
  const list = `/espace/cpts/${slug}/paiements`;
  const viewer = await signedInViewer(`${list}/nouveau`);
  const page = await paymentPage(viewer, slug, null, await today());
  if (!page) notFound();
  return (
    <>
      <PageHead
        crumbs={recordCrumbs(page, { label: "Versements", href: list })}
        title="Nouveau versement"
        facts={page.name}
      />
      <RecordMenu slug={slug} current="payments" isPage={false} />
      <div className="entry wide">
        <PaymentForm
          action={paymentAction.bind(null, slug, null)}
          payment={null}
          years={page.years}
          today={page.today}
        />
      </div>
    </>
  );
}
