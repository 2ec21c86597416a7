"use client";

import {
  crossingOf,
  type Crossing,
  type MarkedAmount,
  type TerritoryFigures,
  type TierRow,
} from "@/lib/coverage";
import { integer, moneyDifference } from "@/lib/format/fr";
import { typeset } from "@/lib/format/typography";
import { Mark } from "../ui/Mark";
import { Money } from "../ui/Money";
import { Num } from "../ui/Num";
import { usePointed } from "./cursor";
import type { EditorView } from "./model";
import { TierRule } from "./TierRule";

interface FiguresProps {
  readonly view: EditorView;
  readonly ownAmounts: boolean;
}

/** The running figures, and what the commune under the cursor changes in them. */
export function Figures({ view, ownAmounts }: FiguresProps) {
  const { figures, scale } = view;
  const under = usePointed(view.cursor);
  // Once taken in or out, a commune under the cursor changes nothing more.
  const matters = under !== null && view.territory.communes.has(under.code) === (under.does === "remove");
  const pointed = matters ? under : null;
  const proposed = pointed && view.figuresWith(pointed.code, pointed.does);
  return (
    <>
      <section aria-labelledby="te-pop">
        <div className="te-tot">
          <div>
            <h2 className="te-h" id="te-pop">
              Population du territoire
            </h2>
            <p className="te-huge" data-figure="population">
              <Population figures={figures} />
            </p>
          </div>
          <dl>
            <Fact term="Communes" value={integer(figures.communes)} name="communes" />
            <Fact term="Taille" value={tierWords(figures)} name="tier" />
            {figures.next && (
              <Fact
                term={`Avant la taille ${figures.next.tier.tier}`}
                value={integer(figures.next.missing)}
                name="missing"
              />
            )}
          </dl>
        </div>
        {scale && <TierRule figures={figures} scale={scale} proposed={proposed} />}
        <p className="note">
          {figures.partial > 0 &&
            (figures.population.max > figures.population.min
              ? "Une part de commune inconnue ne compte aucun habitant, et au plus toute la commune. "
              : "Les parts de commune comptent pour leur fraction. ")}
          <Num>
            {typeset(
              "40 000 pile est en taille 2, 175 000 en taille 3. À 80 000 pile, taille 2 : notre lecture.",
            )}
          </Num>
        </p>
      </section>
      {scale && figures.tier && (
        <Effect
          view={view}
          proposed={proposed}
          title={
            pointed
              ? `Si vous ${pointed.does === "add" ? "ajoutez" : "retirez"} ${view.nameOf(pointed.code)}`
              : null
          }
          scaleLabel={scale.label}
          tiers={scale.tiers}
          ownAmounts={ownAmounts}
        />
      )}
    </>
  );
}

function Fact({
  term,
  value,
  name,
}: {
  readonly term: string;
  readonly value: string;
  readonly name: string;
}) {
  return (
    <div>
      <dt>{term}</dt>
      <dd data-figure={name}>
        <Num>{value}</Num>
      </dd>
    </div>
  );
}

function Population({ figures: { population } }: { readonly figures: TerritoryFigures }) {
  if (population.max === population.min) return <Num>{integer(population.min)}</Num>;
  return (
    <>
      <Num>{integer(population.min)}</Num>{" "}
      <small>
        à <Num>{integer(population.max)}</Num>
      </small>
    </>
  );
}

function tierWords({ tier, possibleTier }: TerritoryFigures): string {
  if (!tier) return "—";
  return possibleTier ? `${tier.tier} ou ${possibleTier.tier}` : String(tier.tier);
}

interface EffectProps {
  readonly view: EditorView;
  readonly proposed: TerritoryFigures | null;
  readonly title: string | null;
  readonly scaleLabel: string;
  readonly tiers: readonly TierRow[];
  readonly ownAmounts: boolean;
}

/** What another tier is worth: the one that the commune under the cursor leads to, else the next. */
function Effect({ view, proposed, title, scaleLabel, tiers, ownAmounts }: EffectProps) {
  const { tier, next } = view.figures;
  if (!tier) return null;
  const crosses = proposed?.tier && proposed.tier.tier !== tier.tier ? proposed.tier : null;
  const other = crosses ?? next?.tier ?? tiers.findLast((one) => one.tier < tier.tier) ?? null;
  if (!other) return null;
  const crossing = crossingOf(tier, other);
  return (
    <section aria-labelledby="te-eff">
      <h2 className="te-h" id="te-eff">
        {title ?? (next ? `En passant à la taille ${other.tier}` : `En revenant à la taille ${other.tier}`)}
        {title && !crosses && <small>la taille ne change pas</small>}
      </h2>
      <table className="te-eff">
        <thead>
          <tr>
            <th scope="col">Par an, {scaleLabel.toLowerCase()}</th>
            <th scope="col" className="num">
              Taille {tier.tier}
            </th>
            <th scope="col" className="num">
              Taille {other.tier}
            </th>
            <th scope="col" className="num">
              Effet
            </th>
          </tr>
        </thead>
        <tbody>
          <Line name="Fonctionnement" crossing={crossing} part="running" />
          <Line name="Maximum, crise comprise" crossing={crossing} part="maximum" />
        </tbody>
      </table>
      <p className="note">
        La taille change par avenant au contrat, pas à l’enregistrement d’un brouillon.
        {ownAmounts && " Les montants de l’annexe de votre contrat l’emportent sur ceux du barème."}
      </p>
    </section>
  );
}

interface LineProps {
  readonly name: string;
  readonly crossing: Crossing;
  readonly part: "running" | "maximum";
}

function Line({ name, crossing: { from, to, ...effects }, part }: LineProps) {
  const effect = effects[part];
  return (
    <tr>
      <th scope="row">{name}</th>
      <Cell label={`Taille ${from.tier}`} amount={from[part]} />
      <Cell label={`Taille ${to.tier}`} amount={to[part]} />
      <td className="num" data-label="Effet">
        <b className="nb">
          <Num>{moneyDifference(effect.cents)}</Num>
        </b>{" "}
        <Mark mark={effect.mark} />
      </td>
    </tr>
  );
}

function Cell({ label, amount }: { readonly label: string; readonly amount: MarkedAmount }) {
  return (
    <td className="num" data-label={label}>
      <Money cents={amount.cents} mark={amount.mark} detail={typeset(amount.source)} />
    </td>
  );
}
