import { typeset } from "@/lib/format/typography";
import { SPENDING_LINES, type SpendingSheet } from "@/lib/record/money";
import type { SpendingTotals } from "@/lib/record/spending";
import { SpendingLineBlock } from "./SpendingLineBlock";
import { SpendingSums } from "./SpendingSums";

interface SpendingReadProps {
  readonly sheet: SpendingSheet;
  readonly totals: SpendingTotals;
}

/** A year's sheet for whoever only reads it: the lines that say something. */
export function SpendingRead({ sheet, totals }: SpendingReadProps) {
  const lines = SPENDING_LINES.filter((line) => sheet.entries.some((one) => one.line === line));
  if (sheet.version === 0) return null;
  return (
    <div className="spending">
      <div className="spending-lines">
        {lines.map((line) => (
          <SpendingLineBlock
            key={line}
            line={line}
            totals={totals.byLine[line]}
            said={sheet}
            isOpen
            fields={null}
          />
        ))}
        {lines.length === 0 && <p className="empty">Aucun montant saisi.</p>}
      </div>
      <div className="spending-side">
        <SpendingSums totals={totals} />
        {sheet.comment && (
          <div>
            <h2>Commentaire de la CPTS</h2>
            <p className="said-text">{typeset(sheet.comment)}</p>
          </div>
        )}
      </div>
    </div>
  );
}
