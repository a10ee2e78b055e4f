/** Something in a model file that keeps it from being solved, and where it stands. */
export interface ModelFault {
  /** From 1, as editors count. */
  readonly line: number;
  /** From 1, as editors count. */
  readonly column: number;
  /** The element, such as `gate g12`; `(file)` where the file as a whole is meant. */
  readonly path: string;
  readonly what: string;
  readonly allowed: string;
  readonly mend: string;
}

/** What a fault says, wherever it is. */
export type Told = Pick<ModelFault, "what" | "allowed" | "mend">;

/** A fault before its line and column are counted. */
export interface PlacedFault extends Told {
  readonly path: string;
  /** Characters from the start of the text. */
  readonly offset: number;
}

/** An element's name and, where it has one, the name of what it defines or means. */
interface Place {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly offset: number;
}

export function placedFault({ name, attributes, offset }: Place, told: Told): PlacedFault {
  const called = attributes["name"];
  return { offset, path: called === undefined ? name : `${name} ${called}`, ...told };
}

/** A fault of the file as a whole. */
export function fileFault(told: Told): ModelFault {
  return { line: 1, column: 1, path: "(file)", ...told };
}

/** In the order of their places, counted in one pass over the text. */
export function located(faults: readonly PlacedFault[], text: string): readonly ModelFault[] {
  let line = 1;
  let lineStart = 0;
  return faults
    .toSorted((a, b) => a.offset - b.offset)
    .map(({ offset, ...told }) => {
      for (let end = text.indexOf("\n", lineStart); end !== -1 && end < offset; end = text.indexOf("\n", lineStart)) {
        line += 1;
        lineStart = end + 1;
      }
      return { line, column: offset - lineStart + 1, ...told };
    });
}
