/** The analyst's pages stand under the bar of the private part. */
export { default } from "../espace/layout";
