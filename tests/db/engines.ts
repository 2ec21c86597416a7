import { accounts } from "./accounts.suite";
import { audit } from "./audit.suite";
import { constraints } from "./constraints.suite";
import { creation } from "./creation.suite";
import { documents } from "./documents.suite";
import type { Engine } from "./harness";
import { keeping } from "./keeping.suite";
import { load } from "./load.suite";
import { imports } from "./imports.suite";
import { meetings } from "./meetings.suite";
import { payments } from "./payments.suite";
import { migrations } from "./migrations.suite";
import { proposals } from "./proposals.suite";
import { overlaps } from "./overlaps.suite";
import { results } from "./results.suite";
import { repositories } from "./repositories.suite";
import { spending } from "./spending.suite";
import { writes } from "./writes.suite";

/** What holds on both databases. One file for each, so that it is started, migrated and loaded once. */
export function suites(engine: Engine): void {
  migrations(engine);
  constraints(engine);
  load(engine);
  repositories(engine);
  writes(engine);
  creation(engine);
  meetings(engine);
  documents(engine);
  keeping(engine);
  accounts(engine);
  audit(engine);
  proposals(engine);
  overlaps(engine);
  results(engine);
  payments(engine);
  imports(engine);
  spending(engine);
}
