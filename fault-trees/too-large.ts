import { TooManyNodesError } from "./diagrams/node-store";

/** A question that does not fit into the room it was given, and how far it came. */
export class TooLargeError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "TooLargeError";
  }
}

/** Runs a step, and says where it was if it runs out of room. */
export function withinRoom<Result>(where: string, step: () => Result): Result {
  try {
    return step();
  } catch (error) {
    if (error instanceof TooManyNodesError) throw new TooLargeError(`${where} needs ${error.message}`);
    // Diagrams are walked by functions that call themselves, once for every level.
    if (error instanceof RangeError) throw new TooLargeError(`${where} is deeper than the call stack, or larger than an array can be`);
    throw error;
  }
}
