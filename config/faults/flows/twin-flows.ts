import type { Draft, DraftFlow } from "../../draft";
import type { Finding } from "../../fault";

/**
 * The twin is built from the same file: what this site's tasks ask there, its load balancer for the
 * twin is asked from there.
 */
export function twinFlowFindings({ flows }: Draft): readonly Finding[] {
  return flows.flatMap((flow, index) => {
    const toTwin = flow.from === "paymentService" && flow.to === "twin";
    const fromTwin = flow.from === "twin" && flow.to === "twinFront";
    const known = flow.protocol !== undefined && flow.port !== undefined;
    if (!known || (!toTwin && !fromTwin) || flows.some((other) => isOtherHalf(flow, other))) return [];
    const { protocol, port } = flow;
    return [
      {
        path: ["flows", index],
        at: "value" as const,
        what: `${protocol} port ${port} passes ${toTwin ? "to the twin, and the twin's own may not come in" : "from the twin, and none may go there"}.`,
        allowed: "Flows with the twin in pairs, one each way: both sites are built from this one file.",
        mend: toTwin
          ? `Add a flow from twin to twinFront with ${protocol}, port ${port} and \`listener: reconciliation\`.`
          : `Add a flow from paymentService to twin with ${protocol} and port ${port}.`,
      },
    ];
  });
}

/** A flow whose protocol or port has a fault of its own may be the missing half. */
function isOtherHalf(flow: DraftFlow, other: DraftFlow): boolean {
  const [from, to] = flow.to === "twin" ? ["twin", "twinFront"] : ["paymentService", "twin"];
  return (
    other.from === from && other.to === to && (other.protocol ?? flow.protocol) === flow.protocol && (other.port ?? flow.port) === flow.port
  );
}
