import { constraints } from "./constraints.suite";
import { describeOnEach } from "./harness";
import { keeping } from "./keeping.suite";
import { load } from "./load.suite";
import { migrations } from "./migrations.suite";
import { overlaps } from "./overlaps.suite";
import { repositories } from "./repositories.suite";
import { writes } from "./writes.suite";

// One file, so that each engine is started, migrated and loaded once for all the suites.
describeOnEach((engine) => {
  migrations(engine);
  constraints(engine);
  load(engine);
  repositories(engine);
  writes(engine);
  keeping(engine);
  overlaps(engine);
});
