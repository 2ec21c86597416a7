/** What waits in the private part: the landing of each role, and the home of one record. */
export { landing, type AccountCounts, type CptsDeadline, type Landing } from "./espace/landing";
export { workspace, type SectionState, type Workspace } from "./espace/workspace";
export type { Deadline } from "./espace/deadlines";
export type { EspaceList, EspaceRow } from "./espace/list";
export type { DraftUnderWay, Round, UnderWay } from "./espace/rounds";
