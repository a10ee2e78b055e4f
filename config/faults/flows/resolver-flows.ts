import type { Draft } from "../../draft";
import type { Finding } from "../../fault";

/** RFC 7766: an answer too long for UDP is asked for again over TCP. */
export function resolverFlowFindings({ flows }: Draft): readonly Finding[] {
  return flows.flatMap((flow, index) => {
    if (flow.to !== "resolver" || flow.protocol !== "udp" || flow.from === undefined) return [];
    const overTcp = flows.some(({ from, to, protocol }) => from === flow.from && to === "resolver" && protocol !== "udp");
    if (overTcp) return [];
    return [
      {
        path: ["flows", index],
        at: "value" as const,
        what: `${flow.from} looks names up over UDP only: long answers would fail.`,
        allowed: "Look-ups over UDP together with TCP, both on port 53.",
        mend: `Add a flow from ${flow.from} to resolver with tcp and port 53.`,
      },
    ];
  });
}
