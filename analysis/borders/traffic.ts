import type { Sending } from "./senders";
import type { Files } from "./target";

/** The files, everything in them that sends data on, and the log groups that tasks write to. */
export interface Traffic {
  readonly files: Files;
  readonly sendings: readonly Sending[];
  readonly taskLogs: ReadonlySet<string>;
}
