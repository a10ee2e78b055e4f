import type { Draft, DraftFlow } from "../../draft";
import type { Finding } from "../../fault";

/** What listens must lead on to the payment service, and somebody must ask whether it does. */
export function frontFlowFindings({ flows }: Draft): readonly Finding[] {
  return [...deadEnds(flows), ...unaskedHealth(flows), ...secondWaysThrough(flows)];
}

const onward = [
  { to: "internetFront", ways: [["internetFront", "paymentService"]] },
  {
    to: "privateFront",
    ways: [
      ["privateFront", "privateFront"],
      ["privateFront", "paymentService"],
    ],
  },
  { to: "twinFront", ways: [["twinFront", "paymentService"]] },
] as const;

function deadEnds(flows: readonly DraftFlow[]): readonly Finding[] {
  return onward.flatMap(({ to, ways }) => {
    const index = flows.findIndex((flow) => flow.to === to && flow.listener !== undefined);
    if (index < 0) return [];
    return ways.filter(([from, end]) => !flows.some((flow) => mayLead(flow, from, end))).map(([from, end]) => deadEnd(index, from, end));
  });
}

/** An end with a fault of its own may be the one that is missing. */
function mayLead(flow: DraftFlow, from: string, to: string): boolean {
  return (flow.from ?? from) === from && (flow.to ?? to) === to;
}

function deadEnd(index: number, from: string, to: string): Finding {
  const why =
    from === to ? "its fixed addresses are at one load balancer, and TLS ends at another behind it" : "a load balancer only hands on";
  return {
    path: ["flows", index],
    at: "value",
    what: `What comes in here ends there: no flow goes from ${from} to ${to}.`,
    allowed: `A flow from ${from} to ${to}: ${why}.`,
    mend: "Add that flow, with tcp and its port.",
  };
}

/** Names lead to a site only while it is found well. */
function unaskedHealth(flows: readonly DraftFlow[]): readonly Finding[] {
  const asked = flows.some(
    (flow) => (flow.from ?? "healthCheckers") === "healthCheckers" && (flow.to ?? "internetFront") === "internetFront",
  );
  if (asked || flows.length === 0) return [];
  return [
    {
      path: ["flows"],
      at: "key",
      what: "Nobody asks whether payments go through a site.",
      allowed: "A flow from healthCheckers to internetFront.",
      mend: "Add it, with tcp, a port of its own and `listener: health`.",
    },
  ];
}

function secondWaysThrough(flows: readonly DraftFlow[]): readonly Finding[] {
  const through = flows.flatMap(({ from, to, port }, index) =>
    from === "privateFront" && to === "privateFront" && port !== undefined ? [{ port, index }] : [],
  );
  const [first, ...others] = through;
  if (first === undefined) return [];
  return others
    .filter(({ port }) => port !== first.port)
    .map(({ index }) => ({
      path: ["flows", index],
      at: "value",
      what: `flows[${first.index}] goes from privateFront to privateFront already, to port ${first.port}.`,
      allowed: "One such flow: TLS of private lines ends on one port.",
      mend: "Remove one of the two.",
    }));
}
