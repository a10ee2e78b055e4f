import { ALWAYS, hashOf, NodeStore } from "./node-store";
import type { Functions, Reordered } from "./ordered-functions";

/** Of a node, in this order. `NEXT` is the next in its bucket; `AFTER` and `BEFORE` are its neighbours among those of its variable. */
const WIDTH = 8;
const [VARIABLE, LOW, HIGH, USES, NEXT, AFTER, BEFORE] = [0, 1, 2, 3, 4, 5, 6];
/** No node: that of the first end, which is in no list. */
const NONE = 0;
/** Of a node that is not there; the next free one is its `NEXT`. */
const FREE = -1;

/**
 * Nodes that know how often they are used, in a list for every variable, so that two neighbouring
 * variables can change places: nodes keep their numbers and what they mean, and those of the upper
 * variable that ask about the lower one next come to ask about it first.
 */
export class SwappingStore {
  /** How many nodes are used. */
  size = 0;
  /** By level: the variable, which is called by the level that it had at first. */
  readonly order: number[];
  private readonly levels: number[];
  private capacity: number;
  private fields: Int32Array;
  private buckets: Int32Array;
  private readonly firsts: Int32Array;
  private readonly sizes: Int32Array;
  private firstFree = NONE;
  private end = 2;

  constructor({ store, roots, levels }: Functions) {
    this.order = Array.from({ length: levels }, (_, level) => level);
    this.levels = [...this.order];
    this.capacity = 2 ** Math.ceil(Math.log2(store.size + 2));
    this.fields = new Int32Array(this.capacity * WIDTH);
    this.buckets = new Int32Array(this.capacity);
    this.firsts = new Int32Array(levels);
    this.sizes = new Int32Array(levels);
    for (const end of [NONE, ALWAYS]) this.fields[end * WIDTH + VARIABLE] = FREE;
    for (let node = 2; node < store.size; node += 1) this.made(store.level(node), store.low(node), store.high(node));
    for (const root of roots) this.use(root);
  }

  levelOf(variable: number): number {
    return this.levels[variable] ?? 0;
  }

  sizeOf(variable: number): number {
    return this.sizes[variable] ?? 0;
  }

  /** One level towards another. */
  move(variable: number, towards: number): void {
    const level = this.levelOf(variable);
    this.swap(towards > level ? level : level - 1);
  }

  /** As a store whose nodes come after their children, with the roots that were given. */
  written(roots: Int32Array, mostNodes: number): Reordered {
    const store = new NodeStore(mostNodes);
    const places = new Int32Array(this.end);
    places[ALWAYS] = ALWAYS;
    for (const [up, variable] of this.order.toReversed().entries()) {
      const level = this.order.length - 1 - up;
      for (let node = this.firsts[variable] ?? NONE; node !== NONE; node = this.field(node, AFTER)) {
        places[node] = store.node(level, places[this.field(node, LOW)] ?? 0, places[this.field(node, HIGH)] ?? 0);
      }
    }
    return { store, roots: roots.map((root) => places[root] ?? 0), order: [...this.order] };
  }

  /** The variable of a level and that of the next change places. */
  private swap(level: number): void {
    const [upper = 0, lower = 0] = [this.order[level], this.order[level + 1]];
    this.order[level] = lower;
    this.order[level + 1] = upper;
    this.levels[lower] = level;
    this.levels[upper] = level + 1;
    for (let node = this.firsts[upper] ?? NONE; node !== NONE; ) {
      // What is made on the way is put before the first, so it is not met.
      const after = this.field(node, AFTER);
      const [low, high] = [this.field(node, LOW), this.field(node, HIGH)];
      if (this.field(low, VARIABLE) === lower || this.field(high, VARIABLE) === lower) this.turn(node, upper, lower);
      node = after;
    }
  }

  /** A node that asked about `upper`, and below it about `lower`, asks about them the other way round. */
  private turn(node: number, upper: number, lower: number): void {
    const [low, high] = [this.field(node, LOW), this.field(node, HIGH)];
    const [asksLow, asksHigh] = [this.field(low, VARIABLE) === lower, this.field(high, VARIABLE) === lower];
    this.unlink(node);
    // While it is in no list, it must not be found when the lists grow.
    this.fields[node * WIDTH + VARIABLE] = FREE;
    const newLow = this.node(upper, asksLow ? this.field(low, LOW) : low, asksHigh ? this.field(high, LOW) : high);
    this.use(newLow);
    const newHigh = this.node(upper, asksLow ? this.field(low, HIGH) : low, asksHigh ? this.field(high, HIGH) : high);
    this.use(newHigh);
    this.fields.set([lower, newLow, newHigh], node * WIDTH);
    this.link(node);
    this.drop(low);
    this.drop(high);
  }

  private node(variable: number, low: number, high: number): number {
    if (low === high) return low;
    const { fields } = this;
    for (let node = this.buckets[this.bucketOf(variable, low, high)] ?? NONE; node !== NONE; node = fields[node * WIDTH + NEXT] ?? NONE) {
      const at = node * WIDTH;
      if (fields[at + HIGH] === high && fields[at + LOW] === low && fields[at + VARIABLE] === variable) return node;
    }
    return this.made(variable, low, high);
  }

  /** A new node, which nothing uses yet, and which uses its children. */
  private made(variable: number, low: number, high: number): number {
    if (this.firstFree === NONE && this.end === this.capacity) this.grow();
    const node = this.firstFree === NONE ? this.end : this.firstFree;
    if (this.firstFree === NONE) this.end += 1;
    else this.firstFree = this.field(node, NEXT);
    this.fields.set([variable, low, high, 0], node * WIDTH);
    this.link(node);
    this.use(low);
    this.use(high);
    this.size += 1;
    return node;
  }

  private use(node: number): void {
    this.fields[node * WIDTH + USES] = this.field(node, USES) + 1;
  }

  /** One use less; a node without any goes, and with it its uses of others. */
  private drop(node: number): void {
    const uses = this.field(node, USES) - 1;
    this.fields[node * WIDTH + USES] = uses;
    if (uses > 0 || node <= ALWAYS) return;
    const [low, high] = [this.field(node, LOW), this.field(node, HIGH)];
    this.unlink(node);
    this.fields[node * WIDTH + VARIABLE] = FREE;
    this.fields[node * WIDTH + NEXT] = this.firstFree;
    this.firstFree = node;
    this.size -= 1;
    this.drop(low);
    this.drop(high);
  }

  private field(node: number, field: number): number {
    return this.fields[node * WIDTH + field] ?? 0;
  }

  /** Puts a node into its bucket, and first into the list of its variable. */
  private link(node: number): void {
    const { fields } = this;
    const at = node * WIDTH;
    const variable = this.field(node, VARIABLE);
    this.enterBucket(node);
    const first = this.firsts[variable] ?? NONE;
    fields[at + AFTER] = first;
    fields[at + BEFORE] = NONE;
    if (first !== NONE) fields[first * WIDTH + BEFORE] = node;
    this.firsts[variable] = node;
    this.sizes[variable] = this.sizeOf(variable) + 1;
  }

  /** Takes a node out of its bucket and its list. */
  private unlink(node: number): void {
    const { fields } = this;
    const [variable, after, before] = [this.field(node, VARIABLE), this.field(node, AFTER), this.field(node, BEFORE)];
    if (after !== NONE) fields[after * WIDTH + BEFORE] = before;
    if (before === NONE) this.firsts[variable] = after;
    else fields[before * WIDTH + AFTER] = after;
    this.sizes[variable] = this.sizeOf(variable) - 1;
    const bucket = this.bucketOf(variable, this.field(node, LOW), this.field(node, HIGH));
    let previous = NONE;
    for (let other = this.buckets[bucket] ?? NONE; other !== node; other = this.field(other, NEXT)) previous = other;
    if (previous === NONE) this.buckets[bucket] = this.field(node, NEXT);
    else fields[previous * WIDTH + NEXT] = this.field(node, NEXT);
  }

  private enterBucket(node: number): void {
    const bucket = this.bucketOf(this.field(node, VARIABLE), this.field(node, LOW), this.field(node, HIGH));
    this.fields[node * WIDTH + NEXT] = this.buckets[bucket] ?? NONE;
    this.buckets[bucket] = node;
  }

  private bucketOf(variable: number, low: number, high: number): number {
    return hashOf(variable, low, high) & (this.capacity - 1);
  }

  private grow(): void {
    this.capacity *= 2;
    const grown = new Int32Array(this.capacity * WIDTH);
    grown.set(this.fields);
    this.fields = grown;
    this.buckets = new Int32Array(this.capacity);
    for (let node = 2; node < this.end; node += 1) if (this.field(node, VARIABLE) !== FREE) this.enterBucket(node);
  }
}
