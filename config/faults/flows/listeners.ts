import { type BuiltPath, builtPaths, endKind, endWords } from "../../built-paths";
import type { Draft, DraftFlow } from "../../draft";
import type { Finding } from "../../fault";

/** Whoever comes in from outside ends at a listener of the kind that is made for such callers. */
export function listenerFindings(draft: Draft): readonly Finding[] {
  return draft.flows.flatMap((flow, index) => {
    const [from, to] = [endKind(draft, flow.from), endKind(draft, flow.to)];
    const path = builtPaths.find((built) => built.from === from && built.to === to);
    return path === undefined ? [] : onPath(flow, index, path);
  });
}

function onPath(flow: DraftFlow, index: number, { from, to, listeners }: BuiltPath): readonly Finding[] {
  const { listener } = flow;
  // A word that is none of them is told by itself.
  if (listener === undefined && "listener" in flow) return [];
  if (listener === undefined ? listeners.length === 0 : listeners.includes(listener)) return [];
  const path = ["flows", index, "listener"];
  const way = `from ${endWords(from)} to ${endWords(to)}`;
  const choices = listeners.map((choice) => `\`listener: ${choice}\``).join(" or ");
  if (listener === undefined) {
    const what = `A flow ${way} does not say what listens.`;
    return [{ path, at: "key", what, allowed: `${choices} on such a flow.`, mend: `Add ${choices}.` }];
  }
  if (listeners.length === 0) {
    const what = `A flow ${way} has a listener.`;
    const allowed = "`listener` on flows from outside to internetFront, privateFront or twinFront, and there always.";
    return [{ path, at: "key", what, allowed, mend: "Remove `listener`." }];
  }
  return [
    {
      path,
      at: "value",
      what: `The listener ${listener} is not for callers ${way}.`,
      allowed: `${choices} on such a flow.`,
      mend: `Write ${choices}.`,
    },
  ];
}
