/** The longest round length (1, 2 or 5 times a power of ten, in metres) that fits a share of the drawing. */
export function scaleBar(
  metresAcross: number,
  share = 0.2,
): { readonly percent: number; readonly label: string } {
  const most = metresAcross * share;
  const power = 10 ** Math.floor(Math.log10(most));
  const lead = most / power;
  const metres = power * (lead >= 5 ? 5 : lead >= 2 ? 2 : 1);
  const label = metres >= 1000 ? `${metres / 1000}\u00a0km` : `${metres}\u00a0m`;
  return { percent: (100 * metres) / metresAcross, label };
}
