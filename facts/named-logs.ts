import type { DataClass } from "./market-rules";
import type { Sourced } from "./regions";

const judged: Sourced = {
  source: "twinsite's own judgement of what each service writes into its log; not what AWS promises",
  asOf: "2026-11-27",
};

/** A log that a service writes under a name that it makes itself: no attribute leads there. */
export interface NamedLog extends Sourced {
  /** How the name of its group begins. */
  readonly name: string;
  readonly data: DataClass;
  readonly what: string;
}

export const namedLogs: readonly NamedLog[] = [
  { name: "/aws/ecs/containerinsights/", data: "operations", what: "measurements of tasks", ...judged },
  { name: "/aws/rds/", data: "paymentData", what: "statements that a database writes down", ...judged },
];
