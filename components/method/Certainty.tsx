import { Absent } from "@/components/ui/Absent";
import { Mark } from "@/components/ui/Mark";
import { MARK } from "@/lib/format/labels";
import { typeset } from "@/lib/format/typography";

/** How certain a figure is, and the four ways for it not to be there. */
export function Certainty() {
  return (
    <dl className="me-terms">
      {(["V", "D", "H"] as const).map((mark) => (
        <div key={mark}>
          <dt>
            <Mark mark={mark} /> {MARK[mark].name}
          </dt>
          <dd>
            {typeset(
              `${MARK[mark].meaning}${mark === "H" ? " ; le nombre est alors en italique, souligné de points" : ""}.`,
            )}
          </dd>
        </div>
      ))}
      <div>
        <dt>0</dt>
        <dd>{typeset("Une valeur : il n’y en a pas.")}</dd>
      </div>
      <div>
        <dt>
          <Absent why="non_communique" />
        </dt>
        <dd>La valeur existe, aucune source ne la donne.</dd>
      </div>
      <div>
        <dt>
          <Absent why="sans_objet" />
        </dt>
        <dd>La valeur ne peut pas exister ici.</dd>
      </div>
      <div>
        <dt>
          <Absent why="a_confirmer" />
        </dt>
        <dd>Elle dépend d’une règle ou d’une date encore à vérifier.</dd>
      </div>
    </dl>
  );
}
