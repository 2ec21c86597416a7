import { day } from "@/lib/format/fr";
import { dueShares, SHARES, totalMarks } from "@/lib/funding";
import { Money } from "../ui/Money";
import { SHARE, ShareKey } from "./ShareKey";
import type { Results } from "./use-simulator";

/** The answer first: what the year earns, of what it is made, how much of it rests on hypotheses. */
export function Answer({ results: { shown, contract } }: { readonly results: Results }) {
  const { index, start, end } = shown.input.contractYear;
  const { dueCents, toConfirmCents, dueIsMinimum } = shown.totals;
  const { due } = totalMarks(shown);
  const shares = dueShares(shown);
  return (
    <div className="sim-answer">
      <div>
        <h2 className="h" id="resultat">
          Dû pour l’année {index}, du {day(start)} au {day(end)}
        </h2>
        <p className="sim-huge">
          {dueIsMinimum && <small>au moins </small>}
          <Money cents={dueCents} mark={due.mark} />
        </p>
      </div>
      <dl>
        {SHARES.filter((share) => share !== "unknown" || shares[share].cents > 0).map((share) => (
          <div key={share}>
            <dt>
              <ShareKey share={share} />
              {SHARE[share].label}
            </dt>
            <dd>
              <Money cents={shares[share].cents} mark={shares[share].mark} />
            </dd>
          </div>
        ))}
        <div className="cf">
          <dt>dont à confirmer</dt>
          <dd>
            <Money cents={toConfirmCents} />
          </dd>
        </div>
        <div>
          <dt>Cinq années</dt>
          <dd>
            {contract.dueIsMinimum && "au moins "}
            <Money cents={contract.dueCents} mark={contract.dueMark} />
          </dd>
        </div>
      </dl>
    </div>
  );
}
