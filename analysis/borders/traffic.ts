import type { DataSender } from "../../facts/data-senders";
import type { Estate } from "../../synthesized/estate/estate";
import type { StackBlock } from "../../synthesized/estate/stack-block";
import type { Json } from "../../synthesized/json";

/** The estate, everything in it that sends data on, and the log groups that tasks write to. */
export interface Traffic {
  readonly estate: Estate;
  readonly sendings: readonly Sending[];
  readonly taskLogs: ReadonlySet<string>;
}

/** A resource that sends data on, what it names as the other end, and that end where it is in the files. */
export interface Sending extends StackBlock {
  readonly sender: DataSender;
  readonly to: Json;
  readonly target: StackBlock | undefined;
}
