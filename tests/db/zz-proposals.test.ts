import { describeOnEach } from "./harness";
import { proposals } from "./proposals.suite";
describeOnEach((engine) => proposals(engine));
