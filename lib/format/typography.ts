import { NARROW, NBSP } from "./fr";

/**
 * A French sentence written with plain spaces (the engine's, a source's) as it is printed: thousands are
 * grouped by narrow no-break spaces, and no line breaks before « : ; ? ! € % » or inside « guillemets ».
 */
export function typeset(sentence: string): string {
  return sentence
    .replace(/(?<=\d) (?=\d{3}(?!\d))/g, NARROW)
    .replace(/ (?=[:;?!€%»])/g, NBSP)
    .replace(/(?<=«) /g, NBSP);
}
