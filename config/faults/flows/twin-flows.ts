import type { Draft, DraftFlow } from "../../draft";
import type { Finding } from "../../fault";

/** The twin is built from the same file: what this site sends there, it also receives from there. */
export function twinFlowFindings({ flows }: Draft): readonly Finding[] {
  return flows.flatMap((flow, index) => {
    const toTwin = flow.from === "paymentService" && flow.to === "twin";
    const fromTwin = flow.from === "twin" && flow.to === "paymentService";
    const known = flow.protocol !== undefined && flow.port !== undefined;
    if (!known || (!toTwin && !fromTwin) || flows.some((other) => answers(flow, other))) return [];
    const { protocol, port } = flow;
    return [
      {
        path: ["flows", index],
        at: "value" as const,
        what: `${protocol} port ${port} passes ${toTwin ? "to the twin, and the twin's own may not come in" : "from the twin, and none may go there"}.`,
        allowed: "Flows with the twin in pairs, one each way: both sites are built from this one file.",
        mend: `Add a flow from ${flow.to} to ${flow.from} with ${protocol} and port ${port}.`,
      },
    ];
  });
}

/** A flow whose protocol or port has a fault of its own may be the missing half. */
function answers(flow: DraftFlow, other: DraftFlow): boolean {
  return (
    other.from === flow.to &&
    other.to === flow.from &&
    (other.protocol ?? flow.protocol) === flow.protocol &&
    (other.port ?? flow.port) === flow.port
  );
}
