/** Something in a deployment file that stops it from being built, and where it stands. */
export interface Fault {
  readonly file: string;
  /** From 1, as editors count. */
  readonly line: number;
  /** From 1, as editors count. */
  readonly column: number;
  /** Keys from the top, such as `sites.a.zones[2]`; `(file)` where the file as a whole is meant. */
  readonly path: string;
  readonly what: string;
  readonly allowed: string;
  readonly mend: string;
}

/** Something that is built all the same, and that people should know before they rely on it. Told like a fault. */
export type Warning = Fault;

/** Keys and places in lists, from the top of the file. */
export type Path = readonly (string | number)[];

/** A fault or a warning before its line and column are looked up. */
export interface Finding {
  readonly path: Path;
  /** Which of the two a reader should look at. */
  readonly at: "key" | "value";
  readonly what: string;
  readonly allowed: string;
  readonly mend: string;
}

/** A fault of the text itself, found before there is a tree to have paths in. */
export interface TextProblem {
  /** Characters from the start of the text. */
  readonly offset: number;
  readonly what: string;
  readonly allowed: string;
  readonly mend: string;
}
