/** Most departments today: nothing is known, which is said, and where it could come from. */
export function EmptyDepartment() {
  return (
    <section className="empty" aria-labelledby="l1">
      <h2 className="h" id="l1">
        Aucune CPTS décrite
      </h2>
      <p>
        Maillage n’a lu aucun document public sur les CPTS de ce département. Cela ne dit rien de la
        couverture réelle : un département sans données n’est pas un département sans CPTS.
      </p>
      <p>
        La carte et les communes ci-contre sont complètes.{" "}
        <a href="/methode#completer">Comment compléter un département</a>
      </p>
    </section>
  );
}
