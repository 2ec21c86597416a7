export * from "./contents";
export { readSection } from "./read";
export { applySection, asIf, type ApplyContext } from "./apply";
export { countTotal, type CountTotal } from "./totals";
