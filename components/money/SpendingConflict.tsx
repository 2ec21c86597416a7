"use client";

import { useEffect, useRef } from "react";
import { instant } from "@/lib/format/instant";
import { LINE_LABEL, SPENDING_NATURE } from "@/lib/format/labels-money";
import { typeset } from "@/lib/format/typography";
import type { SpendingEntry } from "@/lib/record/money";
import { entryOf } from "@/lib/record/spending";
import { DataTable } from "../tables/DataTable";
import { Amount } from "./SpendingAmount";
import { SPENDING_CELLS, type SpendingState } from "./spending-state";

interface SpendingConflictProps {
  readonly theirs: NonNullable<SpendingState["theirs"]>;
  readonly typed: { readonly complete: boolean; readonly entries: readonly SpendingEntry[] };
}

/** What somebody else saved since, where it differs from what was typed here: the writer chooses. */
export function SpendingConflict({ theirs, typed }: SpendingConflictProps) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), [theirs.version]);
  const { content, by, at } = theirs;
  const rows = SPENDING_CELLS.flatMap(({ line, nature }) => {
    const [held, own] = [entryOf(content, line, nature), entryOf(typed, line, nature)];
    const isSame = held.budgetCents === own.budgetCents && held.spentCents === own.spentCents;
    return isSame ? [] : [{ key: `${line} ${nature}`, line, nature, held, own }];
  });
  return (
    <section className="callout err conflict" role="alert" tabIndex={-1} ref={box} aria-labelledby="conflit">
      <h2 id="conflit">Modifié entre-temps</h2>
      <p>
        {by ?? "Quelqu’un d’autre"} a enregistré les dépenses de cette année
        {at && ` le ${instant(new Date(at))}`}, pendant que vous les saisissiez. Rien n’a été écrasé{"\u00a0"}
        : votre saisie est toujours dans le formulaire.
      </p>
      <DataTable
        columns={[
          {
            key: "cell",
            header: "Montant",
            label: "Montant",
            rowHeader: true,
            cell: ({ line, nature }) => `${LINE_LABEL[line]}, ${SPENDING_NATURE[nature].toLowerCase()}`,
          },
          {
            key: "theirs",
            header: "Sa version (budget, dépensé)",
            label: "Sa version (budget, dépensé)",
            cell: ({ held }) => <Pair {...held} />,
          },
          {
            key: "own",
            header: "Votre saisie (budget, dépensé)",
            label: "Votre saisie (budget, dépensé)",
            cell: ({ own }) => <Pair {...own} />,
          },
        ]}
        rows={rows}
        rowKey={({ key }) => key}
        caption="Ce qui diffère"
        phone="cards"
        empty={typeset(
          "Les montants sont les mêmes : seul le commentaire ou la case « toutes les dépenses » diffère.",
        )}
      />
      {content.comment && (
        <p className="said-text">
          Son commentaire{"\u00a0"}: {content.comment}
        </p>
      )}
      <p>
        Reprenez dans le formulaire ce que vous gardez de sa version, puis enregistrez la vôtre à la place
        {"\u00a0"}; {/* The year as it is on record, what was typed here let go. */}
        <a href="">ou gardez la sienne</a>.
      </p>
    </section>
  );
}

function Pair({ budgetCents, spentCents }: Pick<SpendingEntry, "budgetCents" | "spentCents">) {
  return (
    <>
      <Amount cents={budgetCents} />, <Amount cents={spentCents} />
    </>
  );
}
