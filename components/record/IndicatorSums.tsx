"use client";

import { count, money, moneyDifference } from "@/lib/format/fr";
import { NO_ENVELOPE, yearsWords } from "@/lib/format/indicators";
import { MISSION } from "@/lib/format/labels";
import { indicatorSums, isMission, mismatches, type DatedIndicator, type IndicatorSum } from "@/lib/funding";
import type { ContractEnvelopes } from "@/lib/queries/variable-envelopes";
import type { DraftContent } from "@/lib/schemas/sections";
import { figures, typedCents } from "@/lib/schemas/typed-amount";
import { useSectionForm } from "../forms/section/context";
import { fieldId, rowsAt, textAt } from "../forms/section/draft-values";
import { errorsOf, FieldErrors } from "../forms/section/FieldErrors";
import { DataTable } from "../tables/DataTable";
import { Absent } from "../ui/Absent";
import { Money } from "../ui/Money";
import { Num } from "../ui/Num";
import { FormPart } from "./FormPart";

interface Row extends IndicatorSum {
  readonly contract: number;
}

/**
 * What the indicators as typed sum to, beside the envelope that they must share out to the cent: computed here
 * as one types, and again by the server before anything is recorded.
 */
export function IndicatorSums({ contracts }: { readonly contracts: readonly ContractEnvelopes[] }) {
  const { draft } = useSectionForm();
  const typed = indicatorsTyped(draft.values);
  const rows = contracts.flatMap(({ contract, envelopes }): Row[] =>
    indicatorSums(
      typed.filter((one) => one.contract === contract),
      envelopes,
    ).map((sum) => ({ ...sum, contract })),
  );
  const wrong = mismatches(rows).length;
  const path = ["sums"];
  return (
    <FormPart
      id="sommes"
      title="Somme des indicateurs et enveloppe"
      who="Le dernier palier de tous les indicateurs d’une mission totalise exactement le volet variable de la ligne, chaque année."
    >
      <div className="wide" id={fieldId(path)} tabIndex={-1}>
        <FieldErrors path={path} label="Les indicateurs" errors={errorsOf(draft.issues, path)} />
        {rows.length === 0 ? (
          <p className="mut">Rien à vérifier tant qu’aucun indicateur n’a de mission ni de montant.</p>
        ) : (
          <DataTable
            caption="Somme des indicateurs de chaque mission, à côté de son enveloppe variable"
            captionHidden
            phone="cards"
            rows={rows}
            rowKey={({ contract, mission, fromYear }) => `${contract} ${mission} ${fromYear}`}
            columns={[
              {
                key: "mission",
                header: "Mission",
                label: "Mission",
                rowHeader: true,
                cell: ({ contract, mission, ...years }) => (
                  <>
                    {MISSION[mission].short}
                    <small className="mut">
                      {" "}
                      {contracts.length > 1 && `contrat ${contract}, `}
                      {yearsWords(years)}
                    </small>
                  </>
                ),
              },
              {
                key: "sum",
                header: "Indicateurs",
                label: "Indicateurs",
                numeric: true,
                cell: ({ sumCents, indicators }) => (
                  <>
                    <Num>{money(sumCents)}</Num>{" "}
                    <small className="mut">{count(indicators, "indicateur")}</small>
                  </>
                ),
              },
              {
                key: "envelope",
                header: "Enveloppe variable",
                label: "Enveloppe variable",
                numeric: true,
                cell: ({ envelope }) => <Envelope of={envelope} />,
              },
              { key: "state", header: "Écart", label: "Écart", cell: (row) => <State of={row} /> },
            ]}
          />
        )}
        <p role="status" className={wrong > 0 ? "warned" : "vh"}>
          {wrong > 0 &&
            `${count(wrong, "somme ne tombe pas juste", "sommes ne tombent pas juste")}\u00a0: l’enregistrement sera refusé.`}
        </p>
      </div>
    </FormPart>
  );
}

function Envelope({ of: { cents, mark, from } }: { readonly of: IndicatorSum["envelope"] }) {
  if (cents === null) return <Absent why="non_communique" />;
  return (
    <>
      {mark === null ? <Num>{money(cents)}</Num> : <Money cents={cents} mark={mark} />}{" "}
      <small className="mut">{from === "contract" ? "annexe" : "barème"}</small>
    </>
  );
}

function State({ of: { envelope, differenceCents } }: { readonly of: IndicatorSum }) {
  if (differenceCents === null) {
    const { from } = envelope;
    return from === "contract" || from === "schedule" ? null : NO_ENVELOPE[from];
  }
  if (differenceCents === 0) return "La somme tombe juste.";
  return (
    <b className="over">
      <Num>{moneyDifference(differenceCents)}</Num>
      {differenceCents < 0
        ? `\u00a0: il manque ${money(-differenceCents)}`
        : `\u00a0: ${money(differenceCents)} de trop`}
    </b>
  );
}

/** What can be summed of the form as it stands: a step without its amount counts for nothing yet. */
function indicatorsTyped(values: DraftContent): (DatedIndicator & { readonly contract: number })[] {
  return rowsAt(values, ["indicators"]).flatMap((_, index) => {
    const at = (field: string) => textAt(values, ["indicators", index, field]);
    const mission = at("mission");
    if (!isMission(mission)) return [];
    const steps = rowsAt(values, ["indicators", index, "steps"]).flatMap((__, rank) => {
      const amountCents = typedCents(textAt(values, ["indicators", index, "steps", rank, "euros"])) ?? null;
      return amountCents === null ? [] : [{ threshold: rank, amountCents }];
    });
    return [
      {
        contract: Number(figures(at("contract"))),
        mission,
        fromYear: Number(figures(at("fromYear"))) || 1,
        toYear: Number(figures(at("toYear"))) || null,
        steps,
      },
    ];
  });
}
