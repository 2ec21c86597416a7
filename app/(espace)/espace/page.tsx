import type { Metadata } from "next";
import { signedInPerson } from "@/app/viewer";
import { PageHead } from "@/components/layout/PageHead";
import { ROLE, ROLE_MEANING } from "@/lib/format/accounts";
import { accountScope } from "@/lib/queries/accounts/scope";

export const metadata: Metadata = { title: "Mon espace", robots: { index: false } };

export default async function EspacePage() {
  const { viewer, name, email } = await signedInPerson("/espace");
  const { role, scope } = await accountScope(viewer);
  return (
    <>
      <PageHead crumbs={[]} title="Mon espace" lead={`${name}, ${email}`} />
      <dl className="terms">
        <div>
          <dt>Rôle</dt>
          <dd>
            {ROLE[role]}&nbsp;: {ROLE_MEANING[role]}
          </dd>
        </div>
        <div>
          <dt>Périmètre</dt>
          <dd>{scope.length > 0 ? scope.join(", ") : "le pays entier"}</dd>
        </div>
      </dl>
    </>
  );
}
