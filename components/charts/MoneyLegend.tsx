const NAMES = { track: "Contracté, une année entière", due: "Dû", paid: "Versé", spent: "Dépensé" } as const;

interface MoneyLegendProps {
  readonly looks: readonly (keyof typeof NAMES)[];
  readonly className: string;
}

/** What the bars of money stand for, in the fills of the chart that it is above. */
export function MoneyLegend({ looks, className }: MoneyLegendProps) {
  return (
    <ul className={className} aria-label="Légende">
      {looks.map((look) => (
        <li key={look}>
          <svg className={`mkey ${look}`} viewBox="0 0 14 14" aria-hidden="true" focusable="false">
            <rect className={look} x="1" y="3" width="12" height="8" />
          </svg>{" "}
          {NAMES[look]}
        </li>
      ))}
    </ul>
  );
}
