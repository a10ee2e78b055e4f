import type { Estate } from "../../synthesized/estate/estate";
import type { Sending } from "./senders";

/** The estate, everything in it that sends data on, and the log groups that tasks write to. */
export interface Traffic {
  readonly estate: Estate;
  readonly sendings: readonly Sending[];
  readonly taskLogs: ReadonlySet<string>;
}
