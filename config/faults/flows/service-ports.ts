import type { Draft } from "../../draft";
import type { Finding } from "../../fault";

/** Below, Linux asks for a privilege, and the payment service has none. */
const LOWEST_PORT = 1024;

/** The payment service listens without privilege, and on one port for every load balancer. */
export function servicePortFindings({ flows }: Draft): readonly Finding[] {
  const incoming = flows.flatMap(({ from, to, port }, index) =>
    to === "paymentService" && port !== undefined ? [{ from, port, index }] : [],
  );
  const [first, ...others] = incoming.filter(({ from }) => from === "internetFront" || from === "privateFront");
  return [
    ...incoming.filter(({ port }) => port < LOWEST_PORT).map(privileged),
    ...others.flatMap((flow) => (first === undefined || flow.port === first.port ? [] : [secondPort(flow, first.port)])),
  ];
}

interface Incoming {
  readonly port: number;
  readonly index: number;
}

function privileged({ port, index }: Incoming): Finding {
  return {
    path: ["flows", index, "port"],
    at: "value",
    what: `The payment service would have to listen on port ${port}.`,
    allowed: `Ports from ${LOWEST_PORT} on: its tasks have no privilege to listen below.`,
    mend: "Choose a port above, such as 8443.",
  };
}

function secondPort({ port, index }: Incoming, first: number): Finding {
  return {
    path: ["flows", index, "port"],
    at: "value",
    what: `A load balancer hands on to port ${port}, another to ${first}.`,
    allowed: "One port of paymentService for all load balancers: a task listens for them on one.",
    mend: `Write ${first} here, or the same port at both.`,
  };
}
