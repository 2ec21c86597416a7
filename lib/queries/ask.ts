import type { Viewer } from "../auth/can";
import type { IsoDay } from "../kernel/date";

/** Who asks, on which day, about which day. All three come in from `app/`. */
export interface Ask {
  readonly viewer: Viewer;
  readonly today: IsoDay;
  readonly asOf: IsoDay;
}
