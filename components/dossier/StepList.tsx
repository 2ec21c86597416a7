import { when } from "@/lib/format/fr";
import { LIFECYCLE } from "@/lib/format/labels";
import { typeset } from "@/lib/format/typography";
import type { CptsSteps } from "@/lib/queries/cpts-steps";

/** The steps of a CPTS in their order, what is still to come said so. */
export function StepList({ steps }: Pick<CptsSteps, "steps">) {
  if (steps.length === 0) return <p className="note">Aucune étape enregistrée.</p>;
  return (
    <ol className="steps-line">
      {steps.map(({ kind, when: at, note, isToCome }, index) => (
        <li key={index} className={isToCome ? `${kind} ahead` : kind}>
          <span className="day">{when(at)}</span>
          <b>{LIFECYCLE[kind]}</b>
          {isToCome && <span className="mut"> à venir</span>}
          {note && <p className="mut sm">{typeset(note)}</p>}
        </li>
      ))}
    </ol>
  );
}
