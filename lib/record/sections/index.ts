export * from "./contents";
export { readSection } from "./read";
export { applySection, type ApplyContext } from "./apply";
export { countTotal, type CountTotal } from "./totals";
