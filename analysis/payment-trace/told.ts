import type { AwsService } from "../../facts/endpoint-services";
import type { StackBlock } from "../../synthesized/estate/stack-block";
import type { Payment } from "./payment";
import type { Piece } from "./step";

/** Where a task is told something: its value as it is written, and who it is told to. */
export interface Told {
  readonly name: string;
  readonly value: string;
  readonly definition: StackBlock;
  /** Its role; none where that is not there, which its own step says. */
  readonly role: StackBlock | undefined;
}

/** What a variable comes to, once it is followed. */
export interface Understood {
  readonly pieces: readonly Piece[];
  /** Actions on services of AWS that the task needs because of it, each looked into on the very resource that it names. */
  readonly used: readonly string[];
}

/** One way of understanding a variable of a task's environment. */
export interface ToldKind {
  readonly pattern: RegExp;
  readonly step: "task" | "role" | "key" | "ledger";
  /** Whether a task without it knows not what it must do. */
  readonly needed: (payment: Payment) => boolean;
  /** The service of AWS that a task with it calls. */
  readonly service?: AwsService;
  readonly understand: (told: Told, payment: Payment) => Understood;
}
