/** The head of a table of effects: what, before, after, by how much. */
export function EffectHead({ what }: { readonly what: string }) {
  return (
    <thead>
      <tr>
        <th scope="col">{what}</th>
        {["Avant", "Après", "Écart"].map((title) => (
          <th key={title} scope="col" className="num">
            {title}
          </th>
        ))}
      </tr>
    </thead>
  );
}
