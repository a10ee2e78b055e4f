import { AnswerCache, UNKNOWN } from "./answer-cache";
import { ALWAYS, NEVER, NodeStore } from "./node-store";
import { sifted } from "./sifting";

const AND = 0;
const OR = 1;
const XOR = 2;
type Operation = typeof AND | typeof OR | typeof XOR;

/**
 * Boolean functions as binary decision diagrams, reduced and ordered (Bryant 1986). A node asks whether
 * the variable of its level holds: `high` is the function where it does, `low` where it does not.
 */
export class FunctionDiagrams {
  store: NodeStore;
  private readonly mostNodes: number;
  private readonly answers = new AnswerCache();

  constructor(mostNodes: number) {
    this.mostNodes = mostNodes;
    this.store = new NodeStore(mostNodes);
  }

  variable(level: number): number {
    return this.node(level, NEVER, ALWAYS);
  }

  negatedVariable(level: number): number {
    return this.node(level, ALWAYS, NEVER);
  }

  and(f: number, g: number): number {
    return this.combined(AND, f, g);
  }

  or(f: number, g: number): number {
    return this.combined(OR, f, g);
  }

  xor(f: number, g: number): number {
    return this.combined(XOR, f, g);
  }

  get size(): number {
    return this.store.size;
  }

  /** Forgets every diagram but these, which get new numbers. */
  keepOnly(roots: Int32Array): void {
    this.store.keepOnly(roots);
    this.answers.forget();
  }

  /**
   * Puts the variables into an order that needs fewer nodes, and these diagrams, which must be all there
   * are, get new numbers. Returns, by new level, the level that a variable had before.
   */
  reorder(roots: Int32Array, levels: number): readonly number[] {
    const { store, roots: moved, order } = sifted({ store: this.store, roots, levels }, this.mostNodes);
    this.store = store;
    roots.set(moved);
    this.answers.forget();
    return order;
  }

  private node(level: number, low: number, high: number): number {
    return low === high ? low : this.store.node(level, low, high);
  }

  private combined(operation: Operation, f: number, g: number): number {
    this.answers.fit(this.store.size);
    return f < g ? this.applied(operation, f, g) : this.applied(operation, g, f);
  }

  /** The smaller number comes first, so that a question is asked in one way only. */
  private applied(operation: Operation, f: number, g: number): number {
    const end = endOf(operation, f, g);
    if (end !== UNKNOWN) return end;
    const question = g * 4 + operation;
    const known = this.answers.answer(f, question);
    if (known !== UNKNOWN) return known;
    const { store } = this;
    const levelOfF = store.level(f);
    const levelOfG = store.level(g);
    const level = levelOfF < levelOfG ? levelOfF : levelOfG;
    const lowOfF = levelOfF === level ? store.low(f) : f;
    const lowOfG = levelOfG === level ? store.low(g) : g;
    const low = lowOfF < lowOfG ? this.applied(operation, lowOfF, lowOfG) : this.applied(operation, lowOfG, lowOfF);
    const highOfF = levelOfF === level ? store.high(f) : f;
    const highOfG = levelOfG === level ? store.high(g) : g;
    const high = highOfF < highOfG ? this.applied(operation, highOfF, highOfG) : this.applied(operation, highOfG, highOfF);
    const result = this.node(level, low, high);
    this.answers.remember(f, question, result);
    return result;
  }
}

/** What needs no looking at variables; `f` is not the greater number. */
function endOf(operation: Operation, f: number, g: number): number {
  if (f === g) return operation === XOR ? NEVER : f;
  switch (operation) {
    case AND:
      if (f === NEVER) return NEVER;
      return f === ALWAYS ? g : UNKNOWN;
    case OR:
      if (f === NEVER) return g;
      return f === ALWAYS ? ALWAYS : UNKNOWN;
    case XOR:
      return f === NEVER ? g : UNKNOWN;
  }
}
