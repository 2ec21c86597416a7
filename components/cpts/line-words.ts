/** The lines of an envelope as tables name them. */
export { LINE_LABEL } from "@/lib/format/labels-money";
