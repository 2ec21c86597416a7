import { suites } from "./engines";
import { describeEmbedded } from "./harness";

describeEmbedded("on PGlite", suites);
