/** By a name of its own: where the program runs in a sandbox, every look at a global takes long. */
const { imul } = Math;
const FIRST_ENTRIES = 1 << 7;
const MOST_ENTRIES = 1 << 24;
/** Of an entry: two keys and the answer. */
const WIDTH = 3;

/** No answer, which is never the number of a node. */
export const UNKNOWN = -1;

/**
 * Remembers the answer to a question of two integers. A newer answer may push out an older one, which
 * is then reckoned anew: so it takes little room and needs no search.
 */
export class AnswerCache {
  private entries = new Int32Array(FIRST_ENTRIES * WIDTH).fill(UNKNOWN);
  private mask = FIRST_ENTRIES - 1;

  answer(first: number, second: number): number {
    const at = this.place(first, second);
    const { entries } = this;
    return entries[at] === first && entries[at + 1] === second ? (entries[at + 2] ?? UNKNOWN) : UNKNOWN;
  }

  remember(first: number, second: number, answer: number): void {
    const at = this.place(first, second);
    const { entries } = this;
    entries[at] = first;
    entries[at + 1] = second;
    entries[at + 2] = answer;
  }

  /** Grows with the diagrams that it is asked about, and forgets what it knew. */
  fit(nodes: number): void {
    if (nodes <= this.mask || this.mask + 1 >= MOST_ENTRIES) return;
    const entries = (this.mask + 1) * 4;
    this.entries = new Int32Array(entries * WIDTH).fill(UNKNOWN);
    this.mask = entries - 1;
  }

  forget(): void {
    this.entries.fill(UNKNOWN);
  }

  private place(first: number, second: number): number {
    let hash = imul(first, 0x9e37_79b1) ^ imul(second, 0x85eb_ca6b);
    hash ^= hash >>> 15;
    return ((imul(hash, 0x2c1b_3c6d) >>> 7) & this.mask) * WIDTH;
  }
}
