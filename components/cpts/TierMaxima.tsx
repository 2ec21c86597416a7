import { money, when } from "@/lib/format/fr";
import { typeset } from "@/lib/format/typography";
import type { YearOfContract } from "@/lib/queries/cpts-contract";
import type { CptsPage } from "@/lib/queries/cpts-page";
import type { TierMaximum } from "@/lib/queries/cpts-maxima";
import { DataTable, type Column } from "../tables/DataTable";
import { Callout } from "../ui/Notice";
import { Mark } from "../ui/Mark";
import { Num } from "../ui/Num";
import { SourceRef } from "../ui/SourceRef";
import { statedWords } from "./money-words";

/** Without a tier nothing is computed: why, what is published for all sizes, and the schedule's four maxima. */
export function TierMaxima({ page }: { readonly page: CptsPage }) {
  const { maxima, contract, standing } = page;
  const range = page.money.find(
    ({ purpose, amountToCents }) => purpose === "full_year" && amountToCents !== null,
  );
  const { tier, basis } = standing.size;
  return (
    <>
      <Callout kind="info">
        <p>
          {contract ? (
            <>
              <b>Rien ne peut être calculé sans la taille.</b> Ni la population ni la taille de cette CPTS ne
              sont publiées, et les montants de l’accord dépendent de la taille.
              {tier !== null && basis === "estimated_perimeter" && (
                <>
                  {" "}
                  Le périmètre estimé donnerait la taille {tier}&nbsp;: il sert à dessiner, jamais à payer.
                </>
              )}
              {!page.missionsOnRecord && (
                <> Les missions que le contrat engage ne sont pas communiquées non plus.</>
              )}
            </>
          ) : (
            <>
              <b>Aucun contrat n’est signé à cette date.</b> L’accord ne verse rien avant la signature.
            </>
          )}
        </p>
        {range && (
          <p>
            Publié&nbsp;:{" "}
            <strong>
              <Num>{statedWords(range)}</Num>
            </strong>{" "}
            selon la taille, pour les CPTS du département
            <SourceRef n={range.ref} />.
          </p>
        )}
      </Callout>
      {maxima && (
        <div className="mis">
          <DataTable
            columns={COLUMNS}
            rows={maxima.tiers}
            rowKey={({ tier: row }) => String(row)}
            caption={
              <>
                Maximum annuel par taille, toutes missions et crise reconnue comprises&nbsp;:{" "}
                {maxima.scheduleLabel}
                <SourceRef n={maxima.ref} />
              </>
            }
            phone="cards"
          />
        </div>
      )}
      {contract && <Years years={contract.years} />}
    </>
  );
}

type Row = TierMaximum["tiers"][number];

const COLUMNS: readonly Column<Row>[] = [
  { key: "tier", header: "Taille", label: "Taille", rowHeader: true, cell: ({ tier }) => `Taille ${tier}` },
  {
    key: "label",
    header: "Population",
    label: "Population",
    cell: ({ label }) => <Num>{typeset(label)}</Num>,
  },
  {
    key: "cents",
    header: "Maximum annuel",
    label: "Maximum annuel",
    numeric: true,
    cell: ({ cents, mark, source }) => (
      <span className="nb">
        <b>
          <Num>{money(cents)}</Num>
        </b>{" "}
        <Mark mark={mark} detail={typeset(source)} />
      </span>
    ),
  },
];

const YEARS: readonly Column<YearOfContract>[] = [
  { key: "index", header: "Année", label: "Année", rowHeader: true, cell: ({ index }) => `Année ${index}` },
  { key: "start", header: "S’ouvre", label: "S’ouvre", cell: ({ start }) => when(start) },
  { key: "end", header: "Se ferme", label: "Se ferme", cell: ({ end }) => when(end) },
  {
    key: "state",
    header: "Contrat",
    label: "Contrat",
    cell: ({ pastTerm }) =>
      pastTerm ? <span className="warnw">après le terme, à confirmer</span> : "dans le terme",
  },
];

function Years({ years }: { readonly years: readonly YearOfContract[] }) {
  return (
    <section aria-labelledby="annees" className="pay">
      <h3 id="annees">Années du contrat</h3>
      <DataTable
        columns={YEARS}
        rows={years}
        rowKey={({ index }) => String(index)}
        caption="Années du contrat, aussi certaines que sa signature"
        captionHidden
        phone="cards"
      />
    </section>
  );
}
