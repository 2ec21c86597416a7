import { MARK } from "@/lib/format/labels";
import type { Absence, Mark as Certainty } from "@/lib/kernel/certainty";
import { Absent } from "../ui/Absent";
import { Mark } from "../ui/Mark";

const MARKS: readonly Certainty[] = ["V", "D", "H"];
const ABSENCES: readonly (readonly [Absence, string])[] = [
  ["non_communique", "existe, mais aucune source ne le donne"],
  ["sans_objet", "ne peut pas exister ici"],
  ["a_confirmer", "dépend d’une règle ou d’une date à vérifier"],
];

/** What the marks and the absences of the page mean. */
export function Legends() {
  return (
    <>
      <h3>Marques</h3>
      <ul className="marks">
        {MARKS.map((mark) => (
          <li key={mark}>
            <Mark mark={mark} />
            <span>
              <b>{MARK[mark].name}</b>{" "}
              {mark === "H" ? (
                <>
                  <span className="hyp">valeur de travail</span>, à confirmer
                </>
              ) : (
                MARK[mark].meaning
              )}
            </span>
          </li>
        ))}
      </ul>
      <h3>Absences</h3>
      <ul className="marks ab">
        <li>
          <span>
            <b>0&nbsp;€</b>
          </span>
          <span>connu, et nul</span>
        </li>
        {ABSENCES.map(([why, meaning]) => (
          <li key={why}>
            <span>
              <Absent why={why} />
            </span>
            <span>{meaning}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
