import { Absent } from "@/components/ui/Absent";
import { typeset } from "@/lib/format/typography";
import type { Method } from "@/lib/queries/method";

/** The missions: what each agreement makes of them, and when they must have started. */
export function Missions({ method: { missions, schedules, deadlinesSource } }: { readonly method: Method }) {
  return (
    <>
      <table className="cards">
        <caption className="vh">Les missions, par barème, et leurs délais après la signature</caption>
        <thead>
          <tr>
            <th scope="col">Mission</th>
            {schedules.map(({ id, label }) => (
              <th key={id} scope="col">
                {label}
              </th>
            ))}
            <th scope="col">Démarrage</th>
            <th scope="col">Déploiement</th>
          </tr>
        </thead>
        <tbody>
          {missions.map(({ mission, name, natureNames, deadlines }) => (
            <tr key={mission}>
              <th scope="row">{name}</th>
              {natureNames.map((nature, i) => (
                <td key={schedules[i]?.id} data-l={schedules[i]?.label}>
                  {nature ?? <Absent why="sans_objet" />}
                </td>
              ))}
              <td data-l="Démarrage">{deadlines ? `sous ${deadlines.startMonths} mois` : "libre"}</td>
              <td data-l="Déploiement">{deadlines ? `sous ${deadlines.deploymentMonths} mois` : "libre"}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="note me-after">
        Délais comptés de la signature de l’ACI ({typeset(deadlinesSource)}). Une mission créée après la
        signature n’a pas de délai connu&nbsp;: à confirmer.
      </p>
    </>
  );
}
