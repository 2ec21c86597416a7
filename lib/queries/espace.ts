/** What waits in the private part: the landing of each role, and the home of one record. */
export { landing, type AccountCounts, type CptsDeadline, type Landing } from "./espace/landing";
export { workspace, type SectionState, type Workspace } from "./espace/workspace";
export { recordMenu, type RecordMenu, type RecordPage } from "./espace/menu";
export type { Standing } from "./espace/section-state";
export type { Deadline } from "./espace/deadlines";
export type { EspaceList, EspaceRow } from "./espace/list";
export type { DraftUnderWay, Round, UnderWay } from "./espace/rounds";
