import { LINE_LABEL, SPENDING_NATURE } from "@/lib/format/labels-money";
import {
  SPENDING_NATURES,
  type SpendingEntry,
  type SpendingLine,
  type SpendingNature,
} from "@/lib/record/money";
import { entryOf, leftOf, type BudgetAndSpent } from "@/lib/record/spending";
import { faultOf } from "@/lib/schemas/form";
import { cellName, type SpendingPart } from "@/lib/schemas/spending-cells";
import { Amount, Left } from "./SpendingAmount";
import type { SpendingState } from "./spending-state";

interface Typing {
  /** What each field shows first. */
  readonly first: Readonly<Record<string, string>>;
  readonly state: SpendingState;
  readonly prefix: string;
}

interface SpendingLineBlockProps {
  readonly line: SpendingLine;
  readonly totals: BudgetAndSpent;
  readonly said: { readonly complete: boolean; readonly entries: readonly SpendingEntry[] };
  readonly isOpen: boolean;
  /** Null where one only reads. */
  readonly fields: Typing | null;
}

/** One line of the agreement: its natures in rows, budget and spending beside each other; folded where it is empty. */
export function SpendingLineBlock({ line, totals, said, isOpen, fields }: SpendingLineBlockProps) {
  const name = LINE_LABEL[line];
  return (
    <details className="spending-line" open={isOpen}>
      <summary>
        <h2>{name}</h2>
        <span className="spending-sum">
          {totals.budgetCents === null && totals.spentCents === null ? (
            <span className="mut">rien de saisi</span>
          ) : (
            <>
              <span>
                Budget <Amount cents={totals.budgetCents} />
              </span>
              <span>
                Dépensé <Amount cents={totals.spentCents} />
              </span>
            </>
          )}
        </span>
      </summary>
      <table className="spending-table">
        <caption className="vh">{name}, budget et dépenses par nature</caption>
        <thead>
          <tr>
            <th scope="col">Nature</th>
            <th scope="col" className="num">
              Budget (€)
            </th>
            <th scope="col" className="num">
              Dépensé (€)
            </th>
            <th scope="col" className="num left">
              Reste
            </th>
          </tr>
        </thead>
        <tbody>
          {SPENDING_NATURES.map((nature) => {
            const entry = entryOf(said, line, nature);
            const spent = entry.spentCents ?? (said.complete ? 0 : null);
            return (
              <tr key={nature}>
                <th scope="row">{SPENDING_NATURE[nature]}</th>
                <td className="num">
                  <Cell part="budget" line={line} nature={nature} cents={entry.budgetCents} fields={fields} />
                </td>
                <td className="num">
                  <Cell part="spent" line={line} nature={nature} cents={spent} fields={fields} />
                </td>
                <td className="num left">
                  <Left cents={leftOf(entry.budgetCents, spent)} />
                </td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Total de la ligne</th>
            <td className="num">
              <Amount cents={totals.budgetCents} />
            </td>
            <td className="num">
              <Amount cents={totals.spentCents} />
            </td>
            <td className="num left">
              <Left cents={totals.leftCents} />
            </td>
          </tr>
        </tfoot>
      </table>
    </details>
  );
}

interface CellProps {
  readonly part: SpendingPart;
  readonly line: SpendingLine;
  readonly nature: SpendingNature;
  readonly cents: number | null;
  readonly fields: Typing | null;
}

const PART: Readonly<Record<SpendingPart, string>> = { budget: "budget", spent: "dépensé" };

function Cell({ part, line, nature, cents, fields }: CellProps) {
  if (fields === null) return <Amount cents={cents} />;
  const { first, state, prefix } = fields;
  const name = cellName(part, line, nature);
  const id = `${prefix}-${name}`;
  const fault = faultOf(state, name);
  return (
    <>
      <label className="vh" htmlFor={id}>
        {LINE_LABEL[line]}, {SPENDING_NATURE[nature].toLowerCase()}, {PART[part]}, en euros
      </label>
      <input
        id={id}
        name={name}
        inputMode="decimal"
        autoComplete="off"
        defaultValue={first[name] ?? ""}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${id}-fault` : undefined}
      />
      {fault && (
        <span className="vh" id={`${id}-fault`}>
          {fault}
        </span>
      )}
    </>
  );
}
