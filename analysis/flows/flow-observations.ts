import { attributePlace } from "../findings/attribute-path";
import type { Observation } from "../findings/finding";
import type { FlowsVerdict, JudgedFlow } from "./permitted-flows";
import type { Unread } from "./terms/unread";

/** What stops a site's declared flows, what else passes, and what cannot be read of either. */
export function flowObservations({ stack, traces, undeclared, idle, wide, misplaced, unread }: FlowsVerdict): readonly Observation[] {
  const extra = (rule: string, expected: string, found: string): Observation => ({
    verdict: "notMet",
    stack,
    ...attributePlace(rule),
    expected,
    found,
  });
  return [
    ...traces.flatMap((trace) => stoppedAt(trace, stack)),
    ...undeclared.map(({ what, rule }) => extra(rule, "nothing passes that no flow declares", what)),
    ...idle.map((rule) => extra(rule, "a flow that needs it", "none does")),
    ...wide.map(({ rule, excess }) => extra(rule, "no more than the declared flows need", `lets pass ${excess.join("; ")} as well`)),
    ...misplaced.map((fault) => placed(fault, { verdict: "notMet", stack, expected: "a place and a door that a declared flow needs" })),
    ...unread.map((fault) => placed(fault, { verdict: "undetermined", stack, expected: "a form that can be read here" })),
  ];
}

/** Every place that stops a flow, however many ways meet it, and an end at which nothing listens. */
function stoppedAt({ flow, ways, policyHops, ending }: JudgedFlow, stack: string): readonly Observation[] {
  const hops = [...ways.flatMap(({ request, reply }) => [...request, ...reply]), ...policyHops, ending];
  return hops.flatMap(({ verdict, address, attribute, why }) =>
    verdict === "met"
      ? []
      : [{ verdict, stack, address, attribute, expected: "passes what its flows need", found: `${flow.name}: ${why}` }],
  );
}

function placed({ address, attribute, why }: Unread, about: Pick<Observation, "verdict" | "stack" | "expected">): Observation {
  return { ...about, address, attribute, found: why };
}
