/** One thing of the files themselves that is wrong, or that nobody here can read. */
export interface ReadingFault {
  readonly verdict: "notMet" | "undetermined";
  readonly stack: string;
  /** A block, or a file below the output. */
  readonly address: string;
  readonly attribute: string;
  readonly expected: string;
  readonly found: string;
}
