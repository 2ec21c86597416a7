import { suites } from "./engines";
import { describeOnPostgresql } from "./harness";

describeOnPostgresql("on PostgreSQL", suites);
