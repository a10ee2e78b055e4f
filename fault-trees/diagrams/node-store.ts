/** A diagram would need more nodes than it was given. */
export class TooManyNodesError extends Error {
  constructor(nodes: number, farthest = "") {
    super(`more than ${nodes} nodes${farthest === "" ? "" : `; ${farthest}`}`);
    this.name = "TooManyNodesError";
  }
}

/** The diagram that holds nowhere. */
export const NEVER = 0;
/** The diagram that holds whatever the variables are. */
export const ALWAYS = 1;

/** The two ends lie below every variable. */
const END_LEVEL = 0x7fff_ffff;
/** By a name of its own: where the program runs in a sandbox, every look at a global takes long. */
const { imul } = Math;
/** A tree can have a hundred thousand modules of a few nodes each. */
const FIRST_CAPACITY = 1 << 4;
/** Of a node: level, low, high, and the next node in the same bucket. */
const WIDTH = 4;

/**
 * Nodes of decision diagrams, each level, low and high once: two diagrams mean the same if and only if
 * they are the same number. A node is four neighbouring integers and comes after its children, so who
 * goes through the numbers upwards meets children first.
 */
export class NodeStore {
  /** How many nodes there are, the two ends included. */
  size = 2;
  private readonly mostNodes: number;
  private capacity = FIRST_CAPACITY;
  private nodes = new Int32Array(FIRST_CAPACITY * WIDTH);
  /** Of each hash value the latest node, 0 for none. */
  private buckets = new Int32Array(FIRST_CAPACITY);

  constructor(mostNodes: number) {
    this.mostNodes = mostNodes;
    this.nodes[NEVER * WIDTH] = END_LEVEL;
    this.nodes[ALWAYS * WIDTH] = END_LEVEL;
  }

  level(node: number): number {
    return this.nodes[node * WIDTH] ?? 0;
  }

  low(node: number): number {
    return this.nodes[node * WIDTH + 1] ?? 0;
  }

  high(node: number): number {
    return this.nodes[node * WIDTH + 2] ?? 0;
  }

  /** The node of these three, made where there is none. */
  node(level: number, low: number, high: number): number {
    const bucket = hashOf(level, low, high) & (this.capacity - 1);
    const { nodes } = this;
    for (let node = this.buckets[bucket] ?? 0; node !== 0; node = nodes[node * WIDTH + 3] ?? 0) {
      const at = node * WIDTH;
      if (nodes[at + 2] === high && nodes[at + 1] === low && nodes[at] === level) return node;
    }
    return this.made(level, low, high);
  }

  /** Forgets every node that these do not lead to, and renumbers both; the order of nodes stays. */
  keepOnly(roots: Int32Array): void {
    const places = this.reachedFrom(roots);
    let kept = 2;
    for (let node = 2; node < this.size; node += 1) {
      if (places[node] === 0) continue;
      const from = node * WIDTH;
      const to = kept * WIDTH;
      this.nodes[to] = this.nodes[from] ?? 0;
      this.nodes[to + 1] = places[this.nodes[from + 1] ?? 0] ?? 0;
      this.nodes[to + 2] = places[this.nodes[from + 2] ?? 0] ?? 0;
      places[node] = kept;
      kept += 1;
    }
    this.size = kept;
    this.relink();
    for (const [index, root] of roots.entries()) roots[index] = places[root] ?? 0;
  }

  /** Not 0 for the nodes that these lead to. */
  private reachedFrom(roots: Int32Array): Int32Array {
    const reached = new Int32Array(this.size);
    reached[ALWAYS] = ALWAYS;
    for (const root of roots) if (root !== NEVER) reached[root] = 1;
    for (let node = this.size - 1; node > ALWAYS; node -= 1) {
      if (reached[node] === 0) continue;
      const [low, high] = [this.low(node), this.high(node)];
      if (low !== NEVER) reached[low] = 1;
      if (high !== NEVER) reached[high] = 1;
    }
    return reached;
  }

  private made(level: number, low: number, high: number): number {
    if (this.size >= this.mostNodes) throw new TooManyNodesError(this.mostNodes);
    if (this.size === this.capacity) this.grow();
    const node = this.size;
    this.size += 1;
    const at = node * WIDTH;
    this.nodes[at] = level;
    this.nodes[at + 1] = low;
    this.nodes[at + 2] = high;
    this.link(node);
    return node;
  }

  private link(node: number): void {
    const at = node * WIDTH;
    const { nodes, buckets } = this;
    const bucket = hashOf(nodes[at] ?? 0, nodes[at + 1] ?? 0, nodes[at + 2] ?? 0) & (this.capacity - 1);
    nodes[at + 3] = buckets[bucket] ?? 0;
    buckets[bucket] = node;
  }

  private relink(): void {
    this.buckets.fill(0);
    for (let node = 2; node < this.size; node += 1) this.link(node);
  }

  private grow(): void {
    this.capacity *= 2;
    const grown = new Int32Array(this.capacity * WIDTH);
    grown.set(this.nodes);
    this.nodes = grown;
    this.buckets = new Int32Array(this.capacity);
    this.relink();
  }
}

/** Spreads three integers over all 32 bits. */
export function hashOf(level: number, low: number, high: number): number {
  let hash = imul(level, 0x9e37_79b1) ^ imul(low, 0x85eb_ca6b) ^ imul(high, 0xc2b2_ae35);
  hash ^= hash >>> 15;
  hash = imul(hash, 0x2c1b_3c6d);
  return hash ^ (hash >>> 13);
}
