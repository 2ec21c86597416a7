import { NBSP } from "./fr";

/** « 0 à 10 % », « 90 à 100 % », « plus de 100 % »: a class of rates, by its lower bound in tenths. */
export const tenthWords = (tenth: number): string =>
  tenth >= 10 ? `plus de 100${NBSP}%` : `${tenth * 10} à ${(tenth + 1) * 10}${NBSP}%`;
