"use client";

import { useActionState, useEffect, useRef } from "react";
import { count, money } from "@/lib/format/fr";
import { instant } from "@/lib/format/instant";
import { type Cents, sumCents } from "@/lib/kernel/money";
import { faultOf, typedOr, UNSENT } from "@/lib/schemas/form";
import { centsToType } from "@/lib/schemas/typed-amount";
import { AreaField } from "../forms/AreaField";
import { ErrorSummary } from "../forms/ErrorSummary";
import { Num } from "../ui/Num";
import type { IndemnitiesState } from "./indemnities-state";

interface IndemnitiesFormProps {
  readonly action: (state: IndemnitiesState, form: FormData) => Promise<IndemnitiesState>;
  readonly year: number;
  readonly totals: readonly Cents[];
  readonly version: number;
}

const PREFIX = "indemnites";
const NOTHING_YET: IndemnitiesState = { ...UNSENT, theirs: null };
const asTyped = (totals: readonly Cents[]) => totals.map(centsToType).join("\n");

/** One amount a line, as pasted from a column: never a name. */
export function IndemnitiesForm({ action, year, totals, version }: IndemnitiesFormProps) {
  const [state, send, pending] = useActionState(action, NOTHING_YET);
  const seen = state.theirs?.version ?? state.typed.version?.[0] ?? version;
  return (
    <form key={state.answer} className="stack" action={send} noValidate>
      {state.theirs && <Conflict theirs={state.theirs} />}
      <ErrorSummary faults={state.faults} prefix={PREFIX} />
      <input type="hidden" name="version" value={seen} />
      <AreaField
        prefix={PREFIX}
        name="totals"
        label={`Ce que chaque professionnel a reçu de la CPTS en ${year}, en euros`}
        hint="Un montant par ligne, un par professionnel, toutes missions ensemble. Vous pouvez coller une colonne de tableur. Aucun nom, aucun numéro : seuls les montants sont gardés, du plus grand au plus petit."
        rows={12}
        required
        initial={typedOr(state, "totals", state.answer > 0 ? "" : asTyped(totals))}
        fault={faultOf(state, "totals")}
      />
      <button className="btn pri" type="submit" aria-disabled={pending}>
        {pending
          ? "Enregistrement…"
          : state.theirs
            ? "Enregistrer ma version à la place"
            : "Enregistrer et vérifier"}
      </button>
    </form>
  );
}

function Conflict({ theirs }: { readonly theirs: NonNullable<IndemnitiesState["theirs"]> }) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), [theirs.version]);
  const { content, by, at } = theirs;
  return (
    <section className="callout err conflict" role="alert" tabIndex={-1} ref={box} aria-labelledby="conflit">
      <h2 id="conflit">Modifié entre-temps</h2>
      <p>
        {by ?? "Quelqu’un d’autre"} a enregistré cette année
        {at && ` le ${instant(new Date(at))}`}
        {"\u00a0"}: {count(content.length, "montant")}, <Num>{money(sumCents(content))}</Num> au total. Rien
        n’a été écrasé{"\u00a0"}; votre saisie est toujours dans le formulaire.
      </p>
      <p className="said-text">{content.map(money).join(" · ")}</p>
      <p>
        Enregistrez la vôtre à la place, <a href="">ou gardez la sienne</a>.
      </p>
    </section>
  );
}
