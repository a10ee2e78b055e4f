import type { Deployment } from "../../config/deployment";
import type { Listener } from "../../config/sections/flow";
import { tlsPolicies } from "../../facts/tls-policies";

/** What a load balancer listens for: from the declared flows, port and purpose. */
export interface ListenerDesign {
  readonly listener: ApplicationListener;
  readonly port: number;
  readonly tlsPolicy: string;
  /** What becomes of a request that no rule names. */
  readonly otherwise: ListenerAnswer;
  readonly rules: readonly ListenerRule[];
}

export type ListenerAnswer = "forward" | "notFound";

/** What a load balancer that reads requests listens for; the twin's hands connections on. */
type ApplicationListener = Exclude<Listener, "reconciliation">;

export interface ListenerRule {
  /** Construct id, unique in its listener. */
  readonly id: string;
  readonly priority: number;
  readonly matches: { readonly kind: "paths"; readonly paths: readonly string[] } | { readonly kind: "header"; readonly header: string };
  readonly answer: ListenerAnswer;
}

/** The listeners of the internet's load balancer, in the order of the deployment's flows. */
export function internetListeners(deployment: Deployment): readonly ListenerDesign[] {
  return declaredPorts(deployment, ["api", "mutualTls", "health"]).map(({ listener, port }) => listenerDesign(deployment, listener, port));
}

/** What private lines end at; none, where no party comes over one. Parties share one port, which reading has made sure of. */
export function privateLineListener(deployment: Deployment): ListenerDesign | undefined {
  const [declared] = declaredPorts(deployment, ["privateLine"]);
  if (declared === undefined) return undefined;
  const { port } = flowBetween(deployment, { from: "privateFront", to: "privateFront" });
  return listenerDesign(deployment, "privateLine", port);
}

/** Port of the load balancer with fixed addresses, which participants connect to. */
export function privateLinePort(deployment: Deployment): number | undefined {
  return declaredPorts(deployment, ["privateLine"])[0]?.port;
}

/** A flow that reading a deployment has made sure of. */
export function flowBetween(deployment: Deployment, ends: { readonly from: string; readonly to: string }): Deployment["flows"][number] {
  const found = deployment.flows.find(({ from, to }) => from === ends.from && to === ends.to);
  if (found === undefined) throw new Error(`no flow goes from ${ends.from} to ${ends.to}`);
  return found;
}

function declaredPorts(deployment: Deployment, wanted: readonly ApplicationListener[]) {
  return deployment.flows.flatMap(({ listener, port }) => wanted.flatMap((one) => (one === listener ? [{ listener: one, port }] : [])));
}

/**
 * Route 53's checkers speak at most TLS 1.2 (Route53/latest/DeveloperGuide, read 2026-11-25), and so
 * do the health checks of a Network Load Balancer (elasticloadbalancing/latest/network/
 * target-group-health-checks): every policy here has it.
 */
function listenerDesign({ service: { health } }: Deployment, listener: ApplicationListener, port: number): ListenerDesign {
  const tlsPolicy = tlsPolicies.restricted.name;
  switch (listener) {
    case "api":
      return { listener, port, tlsPolicy, otherwise: "forward", rules: [...forgedCertificates, hidden([health.ready, health.deep])] };
    case "mutualTls":
      // The other headers are the load balancer's own here; this one it sets only where it passes certificates through.
      return {
        listener,
        port,
        tlsPolicy,
        otherwise: "forward",
        rules: [...forgedCertificates.slice(0, 1), hidden([health.ready, health.deep])],
      };
    case "health":
      return {
        listener,
        port,
        tlsPolicy,
        otherwise: "notFound",
        rules: [...forgedCertificates, { id: "deep", priority: 100, matches: { kind: "paths", paths: [health.deep] }, answer: "forward" }],
      };
    case "privateLine":
      // The other load balancer asks for the deep path through this one, so it is open here.
      return { listener, port, tlsPolicy, otherwise: "forward", rules: forgedCertificates };
  }
}

function hidden(paths: readonly string[]): ListenerRule {
  const all = paths.flatMap((path) => [path, `${path}/*`]);
  return { id: "hidden-health", priority: 100, matches: { kind: "paths", paths: all }, answer: "notFound" };
}

/**
 * Headers of a client's certificate, which, where mutual TLS is not spoken, are the caller's own
 * words: the service would take them for the load balancer's
 * (elasticloadbalancing/latest/application/mutual-authentication, read 2026-11-25).
 */
const forgedCertificates: readonly ListenerRule[] = [
  "X-Amzn-Mtls-Clientcert",
  "X-Amzn-Mtls-Clientcert-Serial-Number",
  "X-Amzn-Mtls-Clientcert-Issuer",
  "X-Amzn-Mtls-Clientcert-Subject",
  "X-Amzn-Mtls-Clientcert-Validity",
  "X-Amzn-Mtls-Clientcert-Leaf",
].map((header, index) => ({
  id: `forged-${header.toLowerCase().replace("x-amzn-mtls-clientcert", "certificate")}`,
  priority: index + 1,
  matches: { kind: "header", header },
  answer: "notFound",
}));
