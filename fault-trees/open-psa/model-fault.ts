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
  return { offset, path: readable(called === undefined ? name : `${name} ${called}`), ...readableTold(told) };
}

/** What is complete in itself holds others. */
export function notEmpty(name: string): Told {
  return { what: `<${name}> holds others.`, allowed: "None: it says all in its attributes.", mend: "Take out what is in it." };
}

/** A fault of the file as a whole. */
export function fileFault(told: Told): ModelFault {
  return { line: 1, column: 1, path: "(file)", ...readableTold(told) };
}

function readableTold({ what, allowed, mend }: Told): Told {
  return { what: readable(what), allowed, mend: readable(mend) };
}

const LONGEST_WORD = /\S{61,}/g;
const LONGEST = 500;

/** Names come from the file: they may be of any length, and hold what steers a terminal. */
function readable(text: string): string {
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST)}...` : text;
  return short.replace(LONGEST_WORD, (word) => `${word.slice(0, 57)}...`).replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, "\u{fffd}");
}

/** More are not listed: nobody mends so many by hand, and a broken file can have millions. */
export const MOST_FAULTS = 1000;

/** The first faults that somebody meets. */
export class FaultList {
  readonly faults: PlacedFault[] = [];

  note(place: Place, told: Told): void {
    if (this.faults.length <= MOST_FAULTS) this.faults.push(placedFault(place, told));
  }
}

/** In the order of their places, counted in one pass over the text. */
export function located(faults: readonly PlacedFault[], text: string): readonly ModelFault[] {
  let line = 1;
  let lineStart = 0;
  return firstOf(faults).map(({ offset, ...told }) => {
    for (let end = text.indexOf("\n", lineStart); end !== -1 && end < offset; end = text.indexOf("\n", lineStart)) {
      line += 1;
      lineStart = end + 1;
    }
    return { line, column: offset - lineStart + 1, ...told };
  });
}

function firstOf(faults: readonly PlacedFault[]): readonly PlacedFault[] {
  const inOrder = faults.toSorted((a, b) => a.offset - b.offset);
  const last = inOrder[MOST_FAULTS];
  if (last === undefined) return inOrder;
  return [...inOrder.slice(0, MOST_FAULTS), { ...last, path: "(file)", ...andMore }];
}

const andMore: Told = {
  what: `From here on there are more faults than the ${MOST_FAULTS} that are listed.`,
  allowed: "None.",
  mend: "Mend these first; many may have one reason.",
};
