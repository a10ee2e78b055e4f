import fc from "fast-check";
import { ALWAYS, NEVER, NodeStore, TooManyNodesError } from "../../../fault-trees/diagrams/node-store";

/** What a diagram means: where it leads for every state of this many variables. */
function meaningOf(store: NodeStore, root: number, variables: number): string {
  const ends = Array.from({ length: 2 ** variables }, (_, state) => {
    let node = root;
    while (node > ALWAYS) node = ((state >> store.level(node)) & 1) === 1 ? store.high(node) : store.low(node);
    return node;
  });
  return ends.join("");
}

/** Nodes by level, from the lowest up, each with two of those that lie below it. */
const layers = fc.array(fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 });

function storeOf(drawn: readonly (readonly (readonly [number, number])[])[]): { store: NodeStore; nodes: readonly number[] } {
  const store = new NodeStore(1000);
  const nodes = [NEVER, ALWAYS];
  for (const [place, layer] of drawn.entries()) {
    const below = [...nodes];
    for (const [a, b] of layer)
      nodes.push(store.node(drawn.length - 1 - place, below[a % below.length] ?? 0, below[b % below.length] ?? 0));
  }
  return { store, nodes };
}

test("the same level, low and high are the same node, however many nodes there are", () => {
  const store = new NodeStore(100_000);
  const made = Array.from({ length: 20_000 }, (_, level) => store.node(level, NEVER, ALWAYS));
  expect(new Set(made).size).toBe(20_000);
  expect(Array.from({ length: 20_000 }, (_, level) => store.node(level, NEVER, ALWAYS))).toEqual(made);
  expect(store.size).toBe(20_002);
});

test("a node has the three numbers that it was made of", () => {
  const store = new NodeStore(10);
  const below = store.node(7, NEVER, ALWAYS);
  const node = store.node(3, below, ALWAYS);
  expect([store.level(node), store.low(node), store.high(node)]).toEqual([3, below, ALWAYS]);
});

test("what is kept means what it meant, and the rest is gone", () => {
  fc.assert(
    fc.property(layers, fc.array(fc.nat(), { maxLength: 4 }), (drawn, picks) => {
      const { store, nodes } = storeOf(drawn);
      const roots = Int32Array.from(picks.map((pick) => nodes[pick % nodes.length] ?? 0));
      const before = [...roots].map((root) => meaningOf(store, root, drawn.length));
      const reachable = reachedFrom(store, roots).size;
      store.keepOnly(roots);
      expect([...roots].map((root) => meaningOf(store, root, drawn.length))).toEqual(before);
      expect(store.size).toBe(2 + reachable);
    }),
  );
});

test("a node that is kept is found again, comes after its children, and makes room for new ones", () => {
  fc.assert(
    fc.property(layers, fc.nat(), (drawn, pick) => {
      const { store, nodes } = storeOf(drawn);
      const roots = Int32Array.of(nodes[pick % nodes.length] ?? 0);
      store.keepOnly(roots);
      const { size } = store;
      for (let node = 2; node < size; node += 1) {
        expect(store.node(store.level(node), store.low(node), store.high(node))).toBe(node);
        expect(Math.max(store.low(node), store.high(node))).toBeLessThan(node);
      }
      expect(store.size).toBe(size);
      expect(store.node(99, NEVER, ALWAYS)).toBe(size);
    }),
  );
});

test("one node more than a store may hold is refused, and says how many that is", () => {
  const store = new NodeStore(4);
  store.node(0, NEVER, ALWAYS);
  store.node(1, NEVER, ALWAYS);
  expect(() => store.node(0, NEVER, ALWAYS)).not.toThrow();
  expect(() => store.node(2, NEVER, ALWAYS)).toThrow(new TooManyNodesError(4));
});

function reachedFrom(store: NodeStore, roots: Iterable<number>): ReadonlySet<number> {
  const reached = new Set([...roots].filter((root) => root > ALWAYS));
  for (const node of reached) for (const child of [store.low(node), store.high(node)]) if (child > ALWAYS) reached.add(child);
  return reached;
}
