import { Absent } from "@/components/ui/Absent";
import { SPENDING_NATURE } from "@/lib/format/labels-money";
import { SPENDING_NATURES } from "@/lib/record/money";
import type { SpendingTotals } from "@/lib/record/spending";
import { Amount, Left } from "./SpendingAmount";

/** The year's budget and spending by nature, all lines together, and in all. */
export function SpendingSums({ totals }: { readonly totals: SpendingTotals }) {
  const { byNature, all } = totals;
  return (
    <div className="spending-sums">
      <h2>Toute l’année, par nature</h2>
      <table>
        <caption className="vh">Budget et dépenses de l’année par nature, toutes lignes</caption>
        <thead>
          <tr>
            <th scope="col">Nature</th>
            <th scope="col" className="num">
              Budget
            </th>
            <th scope="col" className="num">
              Dépensé
            </th>
            <th scope="col" className="num">
              Reste
            </th>
          </tr>
        </thead>
        <tbody>
          {SPENDING_NATURES.map((nature) => (
            <tr key={nature}>
              <th scope="row">{SPENDING_NATURE[nature]}</th>
              <td className="num">
                <Amount cents={byNature[nature].budgetCents} />
              </td>
              <td className="num">
                <Amount cents={byNature[nature].spentCents} />
              </td>
              <td className="num">
                <Left cents={byNature[nature].leftCents} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Total</th>
            <td className="num">
              <Amount cents={all.budgetCents} />
            </td>
            <td className="num">
              <Amount cents={all.spentCents} />
            </td>
            <td className="num">
              <Left cents={all.leftCents} />
            </td>
          </tr>
        </tfoot>
      </table>
      <p className="note">
        Sommes de ce qui est saisi. Le reste n’est donné que si chaque montant a son budget et sa dépense.
      </p>
      <p className="note">
        <Absent why="non_communique" />
        &nbsp;: rien n’est saisi, ce qui n’est pas zéro.
      </p>
    </div>
  );
}
