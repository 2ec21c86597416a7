import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { today } from "@/app/ask";
import { signedInViewer } from "@/app/viewer";
import { recordCrumbs } from "@/components/espace/crumbs";
import { PageHead } from "@/components/layout/PageHead";
import { PaymentFacts } from "@/components/money/PaymentFacts";
import { PaymentForm } from "@/components/money/PaymentForm";
import { Callout } from "@/components/ui/Notice";
import { day } from "@/lib/format/fr";
import { paymentPage } from "@/lib/queries/payments";
import type { Query } from "@/lib/schemas/address";
import { RecordMenu } from "../../../RecordMenu";
import { paymentAction, removePaymentAction } from "../actions";

interface PageProps {
  readonly params: Promise<{ readonly slug: string; readonly id: string }>;
  readonly searchParams: Promise<Query>;
}

export const metadata: Metadata = { title: "Versement", robots: { index: false } };

export default async function OnePaymentPage({ params, searchParams }: PageProps) {
  const [{ slug, id }, query] = await Promise.all([params, searchParams]);
  const list = `/espace/cpts/${slug}/paiements`;
  const viewer = await signedInViewer(`${list}/${id}`);
  const page = await paymentPage(viewer, slug, id, await today());
  if (!page?.payment) notFound();
  const { payment } = page;
  return (
    <>
      <PageHead
        crumbs={recordCrumbs(page, { label: "Versements", href: list })}
        title={`${payment.amountCents < 0 ? "Reprise" : "Versement"} du ${day(payment.paidOn)}`}
        facts={page.name}
      />
      <RecordMenu slug={slug} current="payments" isPage={false} />
      {query.refus === "modifie" && (
        <Callout kind="error">
          <b>Rien n’a été retiré.</b> Quelqu’un d’autre a modifié ce versement entre-temps{"\u00a0"}:
          relisez-le ci-dessous, puis décidez.
        </Callout>
      )}
      {!page.mayWrite && <PaymentFacts payment={payment} years={page.years} />}
      {page.mayWrite && (
        <div className="entry wide">
          <PaymentForm
            action={paymentAction.bind(null, slug, id)}
            payment={payment}
            years={page.years}
            today={page.today}
          />
          <details className="removal">
            <summary>Retirer ce versement</summary>
            <form action={removePaymentAction.bind(null, slug, id, payment.version)}>
              <p>
                Il ne comptera plus dans ce qui a été versé. L’historique de la fiche garde ce qu’il disait.
              </p>
              <button className="btn danger" type="submit">
                Retirer le versement
              </button>
            </form>
          </details>
        </div>
      )}
    </>
  );
}
