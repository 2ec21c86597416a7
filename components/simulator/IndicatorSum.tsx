import { money } from "@/lib/format/fr";
import type { Envelope, Mission } from "@/lib/funding";
import { sumBeside, type MissionIndicators } from "@/lib/schemas/simulator/indicators";
import { Money } from "../ui/Money";
import { Num } from "../ui/Num";
import { ratePercent } from "./words";

interface IndicatorSumProps {
  readonly mission: Mission;
  readonly indicators: MissionIndicators;
  readonly shown: Envelope;
}

/** What the last steps of a mission sum to, beside the envelope that they share out. */
export function IndicatorSum({ mission, indicators, shown }: IndicatorSumProps) {
  const line = shown.lines.find((one) => one.line === mission && one.part === "variable");
  if (!line || line.amountCents === null) return null;
  const envelope = <Money cents={line.amountCents} mark={line.mark} />;
  if (indicators.list.length === 0) {
    return (
      <p className="hint" role="status">
        Rien ne compte encore&nbsp;: chaque indicateur demande au moins un palier. Ensemble, les derniers
        paliers totalisent le volet variable d’une année pleine, {envelope}
        {indicators.basis === "parts" && <>, soit 100&nbsp;%</>}.
      </p>
    );
  }
  const { sumCents, differenceCents, parts } = sumBeside(indicators, line.amountCents);
  const isRight = parts ? parts.difference === 0 : differenceCents === 0;
  if (isRight) {
    return (
      <p className="hint" role="status">
        Les derniers paliers totalisent le volet variable d’une année pleine&nbsp;: {envelope}.
        {typeof line.due === "number" && line.reason === "indicators" && (
          <>
            {" "}
            Atteint en année {shown.input.contractYear.index}&nbsp;:{" "}
            <b>
              <Num>{money(line.due)}</Num>
            </b>
            .
          </>
        )}
      </p>
    );
  }
  const isShort = differenceCents < 0;
  const gap = `${parts ? `${ratePercent(Math.abs(parts.difference))}, soit ` : ""}${money(Math.abs(differenceCents))}`;
  return (
    <p className="fault" role="status">
      Les derniers paliers totalisent{" "}
      <Num>{`${parts ? `${ratePercent(parts.sum)}, soit ` : ""}${money(sumCents)}`}</Num>, pour un volet
      variable de {envelope} (taille {shown.sizeTier})&nbsp;:{" "}
      <Num>{isShort ? `il manque ${gap}` : `${gap} de trop`}</Num>. La ligne reste à confirmer tant que la
      somme ne tombe pas juste. Corrigez les derniers paliers
      {!parts && <>, ou donnez-les en % si votre annexe fixe un autre montant que le barème</>}.
    </p>
  );
}
