import fc from "fast-check";
import type { FaultTree, Formula } from "../../fault-trees/fault-tree";

const probabilities = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(0, 1) },
  { weight: 2, arbitrary: fc.constantFrom(1e-9, 1e-3, 0.5, 1 - 1e-9) },
  { weight: 4, arbitrary: fc.double({ min: 0.001, max: 0.999, noNaN: true }) },
);

/** A formula before it is known what there is to refer to: `nth` of the events and of the gates further down. */
type Draft =
  | { readonly kind: "reference"; readonly nth: number }
  | { readonly kind: "constant"; readonly value: boolean }
  | { readonly kind: "not"; readonly of: Draft }
  | { readonly kind: "and" | "or" | "xor"; readonly of: readonly Draft[] }
  | { readonly kind: "atLeast"; readonly min: number; readonly of: readonly Draft[] };

type Kinds = "coherent" | "any";

function drafts(kinds: Kinds): fc.Arbitrary<Draft> {
  const { formula } = fc.letrec<{ formula: Draft; part: Draft }>((tie) => {
    const parts = fc.array(tie("part"), { minLength: 1, maxLength: 5 });
    const coherent = [
      { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom("and" as const, "or" as const), of: parts }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant("atLeast" as const), min: fc.nat(6), of: parts }) },
    ];
    const others = [
      { weight: 1, arbitrary: fc.record({ kind: fc.constant("xor" as const), of: parts }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant("not" as const), of: tie("part") }) },
    ];
    return {
      formula: fc.oneof(...coherent, ...(kinds === "any" ? others : [])),
      part: fc.oneof(
        { maxDepth: 2 },
        { weight: 12, arbitrary: fc.record({ kind: fc.constant("reference" as const), nth: fc.nat(100) }) },
        { weight: 1, arbitrary: fc.record({ kind: fc.constant("constant" as const), value: fc.boolean() }) },
        { weight: 2, arbitrary: tie("formula") },
      ),
    };
  });
  return formula;
}

/**
 * Small trees with all that a tree may have: gates and events that several gates share, inputs that
 * stand twice, formulas within formulas, constants, and events that cannot or must happen.
 */
export function randomTrees(kinds: Kinds): fc.Arbitrary<FaultTree> {
  return fc
    .tuple(fc.array(probabilities, { minLength: 1, maxLength: 9 }), fc.array(drafts(kinds), { minLength: 1, maxLength: 12 }))
    .map(([chances, formulas]) => {
      const events = chances.map((probability, nth) => [`e${nth}`, probability] as const);
      const gates = formulas.map((draft, place) => {
        const below = formulas.flatMap((_, nth): readonly Formula[] => (nth > place ? [{ kind: "gate", name: `g${nth}` }] : []));
        const known = [...events.map(([name]): Formula => ({ kind: "event", name })), ...below];
        return [`g${place}`, finished(draft, known)] as const;
      });
      return { name: "random", top: "g0", gates: new Map(gates), probabilities: new Map(events) };
    });
}

function finished(draft: Draft, known: readonly Formula[]): Formula {
  switch (draft.kind) {
    case "reference":
      return known[draft.nth % known.length] ?? { kind: "constant", value: false };
    case "constant":
      return draft;
    case "not":
      return { kind: "not", of: finished(draft.of, known) };
    default:
      return { ...draft, of: draft.of.map((part) => finished(part, known)) };
  }
}
