import { baselineWords, DIRECTION, INDICATOR_KIND, stepsWords, yearsWords } from "@/lib/format/indicators";
import { MISSION } from "@/lib/format/labels";
import type { Change, IndicatorsDifference } from "@/lib/record/differences";
import { Num } from "../ui/Num";
import { BeforeAfter } from "./BeforeAfter";

type Indicator = IndicatorsDifference["added"][number];

/** Indicators that come, go or change, field by field, with what their steps earn. */
export function IndicatorsChange({ difference }: { readonly difference: IndicatorsDifference }) {
  const { added, removed, changed, reordered } = difference;
  return (
    <>
      <ul className="change items">
        {added.map((one) => (
          <li key={`+${keyOf(one)}`} className="plus">
            <h3>{one.label}</h3>
            <p>
              <b>Indicateur ajouté</b>, {placeWords(one)}.
            </p>
            <Terms of={one} />
          </li>
        ))}
        {removed.map((one) => (
          <li key={`-${keyOf(one)}`} className="minus">
            <h3>{one.label}</h3>
            <p>
              <b>Indicateur retiré</b>, {placeWords(one)}.
            </p>
            <Terms of={one} />
          </li>
        ))}
        {changed.map((change) => (
          <Changed key={keyOf(change.after)} change={change} />
        ))}
      </ul>
      {reordered && <p className="note">L’ordre des indicateurs gardés change.</p>}
    </>
  );
}

function Terms({ of }: { readonly of: Indicator }) {
  return (
    <ul>
      {FIELDS.map(({ label, words }) => {
        const said = words(of);
        return (
          <li key={label}>
            {label}&nbsp;: <Num>{said}</Num>
          </li>
        );
      })}
    </ul>
  );
}

function Changed({ change: { before, after } }: { readonly change: Change<Indicator> }) {
  return (
    <li>
      <h3>{after.label}</h3>
      <p>Indicateur modifié, {placeWords(after)}.</p>
      {before.label !== after.label && (
        <p>
          Intitulé&nbsp;: <BeforeAfter before={before.label} after={after.label} />
        </p>
      )}
      {FIELDS.filter(({ words }) => words(before) !== words(after)).map(({ label, words }) => (
        <p key={label}>
          {label}&nbsp;: <BeforeAfter before={<Num>{words(before)}</Num>} after={<Num>{words(after)}</Num>} />
        </p>
      ))}
    </li>
  );
}

const FIELDS: readonly { readonly label: string; readonly words: (of: Indicator) => string }[] = [
  { label: "Nature", words: ({ kind }) => INDICATOR_KIND[kind] },
  { label: "Unité", words: ({ unit }) => unit },
  { label: "Sens", words: ({ direction }) => DIRECTION[direction] },
  { label: "Valeur de départ", words: (of) => baselineWords(of) ?? "aucune" },
  { label: "Paliers", words: stepsWords },
  { label: "Années", words: yearsWords },
];

const placeWords = ({ contract, mission }: Indicator): string =>
  `${MISSION[mission].short}, contrat ${contract}`;

const keyOf = ({ contract, mission, label, fromYear }: Indicator): string =>
  `${contract} ${mission} ${fromYear} ${label}`;
