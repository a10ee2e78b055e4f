import type { Draft, DraftFlow } from "../../draft";
import type { Finding } from "../../fault";
import type { Listener } from "../../sections/flow";

/** A load balancer listens once for each purpose, and for one purpose on each port. */
export function listenerPortFindings({ flows }: Draft): readonly Finding[] {
  const placed = flows.flatMap((flow, index) =>
    flow.listener === undefined || flow.port === undefined ? [] : [{ listener: flow.listener, port: flow.port, to: flow.to, index }],
  );
  return placed.flatMap((one, place) => {
    const earlier = placed.slice(0, place);
    const alike = earlier.find(({ listener }) => listener === one.listener);
    if (alike !== undefined) return again(one, alike);
    const neighbour = earlier.find(({ to, port }) => to === one.to && port === one.port);
    return neighbour === undefined ? [] : [shared(one, neighbour)];
  });
}

interface Placed {
  readonly listener: Listener;
  readonly port: number;
  readonly to: DraftFlow["to"];
  readonly index: number;
}

/** Several parties may come over private lines, all to the same addresses and port. */
function again({ listener, port, index }: Placed, first: Placed): readonly Finding[] {
  if (listener === "privateLine") {
    if (port === first.port) return [];
    return [
      {
        path: ["flows", index, "port"],
        at: "value",
        what: `Private lines end at port ${first.port} already, by flows[${first.index}].`,
        allowed: "One port for all parties on private lines.",
        mend: `Write ${first.port}.`,
      },
    ];
  }
  return [
    {
      path: ["flows", index, "listener"],
      at: "value",
      what: `flows[${first.index}] has the listener ${listener} already.`,
      allowed: "One flow for each of api, mutualTls, health and reconciliation.",
      mend: "Join the two, or give this one another listener.",
    },
  ];
}

function shared({ port, index }: Placed, neighbour: Placed): Finding {
  return {
    path: ["flows", index, "port"],
    at: "value",
    what: `Port ${port} is where the listener ${neighbour.listener} is, by flows[${neighbour.index}].`,
    allowed: "A port of its own for each listener of a load balancer.",
    mend: "Choose another port for one of the two.",
  };
}
