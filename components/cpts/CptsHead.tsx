import { Fragment } from "react";
import { DateForm } from "../forms/DateForm";
import { PageHead } from "../layout/PageHead";
import { CopyLink } from "../ui/CopyLink";
import { Icon } from "../ui/Icon";
import { PAST_TERM } from "../ui/Flag";
import { Num } from "../ui/Num";
import { SourceRef } from "../ui/SourceRef";
import { day, when } from "@/lib/format/fr";
import { STAGE } from "@/lib/format/labels";
import type { CptsPage } from "@/lib/queries/cpts-page";
import type { Query } from "@/lib/schemas/address";
import { dated } from "@/lib/schemas/cpts-address";
import { CptsLead } from "./CptsLead";
import { sizeWords } from "./size-words";

const PERIMETER_CHIP = {
  declared: "Périmètre déclaré",
  estimated: "Périmètre estimé",
  unknown: "Périmètre non connu",
} as const;

/** Who it is, where it stands and since when, and the one sentence that answers. */
export function CptsHead({ page, query }: { readonly page: CptsPage; readonly query: Query }) {
  const { departments, perimeter, standing } = page;
  const size = sizeWords(page);
  const regions = new Map(departments.map(({ regionCode, regionName }) => [regionCode, regionName]));
  return (
    <PageHead
      crumbs={[
        { label: "France", href: dated("/", page) },
        ...[...regions].map(([code, label]) => ({ label, href: dated(`/regions/${code}`, page) })),
        ...departments.map(({ code, name }) => ({ label: name, href: dated(`/departements/${code}`, page) })),
      ]}
      title={page.name}
      facts={size.title}
      chips={
        <>
          <StageChips page={page} />
          <span className="chip">
            <Num>{size.basis}</Num>
          </span>
          <span className="chip">
            {PERIMETER_CHIP[standing.perimeter]}
            {perimeter.ref !== null && <SourceRef n={perimeter.ref} />}
          </span>
          <span className="chip">
            <span>
              {departments.length === 0 && "Département non communiqué"}
              {departments.map(({ name, code, ref }, i) => (
                <Fragment key={code}>
                  {i > 0 && ", "}
                  {name} ({code}){ref !== null && <SourceRef n={ref} />}
                </Fragment>
              ))}
            </span>
          </span>
        </>
      }
      actions={
        <>
          <DateForm
            path={`/cpts/${page.slug}`}
            query={query}
            asOf={page.asOf}
            today={page.today}
            previous={page.previous}
            next={page.next}
          />
          <CopyLink />
        </>
      }
      lead={<CptsLead page={page} />}
    />
  );
}

function StageChips({ page: { state, asOf } }: { readonly page: CptsPage }) {
  const since = state.since ? ` ${when(state.since).replace(/^(?=\d{2}\/)/, "le ")}` : "";
  const ended = state.stage === "none" && state.terminatedOn;
  return (
    <>
      <span className={`chip ${state.stage}`}>
        {ended
          ? `Résiliée ${when(ended)}`
          : state.stage === "none"
            ? `${STAGE.none} au ${day(asOf)}`
            : STAGE[state.stage] + since}
      </span>
      {state.uncertain && (
        <span className="chip warn">
          Peut-être déjà {STAGE[state.uncertain.possibleStage]} à cette date, jour inconnu
        </span>
      )}
      {state.pastTerm !== "no" && (
        <span className="chip warn">
          <span className="flag">
            <Icon name="flag" />
          </span>
          {state.pastTerm === "yes" ? PAST_TERM : "Terme peut-être dépassé, renouvellement non renseigné"}
        </span>
      )}
    </>
  );
}
