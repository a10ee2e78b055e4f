import { blocksAt, textAt } from "../../synthesized/attributes";
import { textOf } from "../../synthesized/estate/stack-block";
import { type Front, readsRequests } from "./fronts";
import { rulePieces } from "./listener-rules";
import type { Payment } from "./payment";
import { check, missing, type Piece, stepOf, type TraceStep } from "./step";

/** What the load balancers listen by: the declared port, TLS no older than 1.2 with forward secrecy, and that they hand on. */
export function listenerStep(payment: Payment): TraceStep {
  const { fronts } = payment;
  const plain = fronts.length > 0 && !fronts.some((front) => front.endsTls);
  return stepOf("listener", [
    ...fronts.flatMap((front) => [...listenerPieces(front), ...rulePieces(front, payment)]),
    ...(plain ? [missing("no load balancer on the way ends TLS")] : []),
  ]);
}

function listenerPieces({ balancer, listener, port, endsTls }: Front): readonly Piece[] {
  if (listener === undefined) return [missing(`${textOf(balancer)} does not listen on ${port ?? "any port"}`)];
  const { attributes } = listener.block;
  const protocol = textAt(attributes, "protocol") ?? "?";
  const policy = textAt(attributes, "ssl_policy");
  const forwards = blocksAt(attributes, "default_action").some((action) => textAt(action, "type") === "forward");
  const title = `${textOf(listener)}: ${protocol} ${port}`;
  return [
    check(forwards, title, `${title} hands nothing on`),
    ...(endsTls
      ? [
          check(
            protocol === (readsRequests(balancer) ? "HTTPS" : "TLS") && isStrong(policy),
            `TLS by ${policy}`,
            `${title} speaks no TLS that is strong enough (${policy ?? "no policy"})`,
          ),
        ]
      : []),
  ];
}

/**
 * Policies with ECDHE and AEAD ciphers from TLS 1.2 on (elasticloadbalancing/latest/application/
 * describe-ssl-policies, read 2026-11-25): all others also speak older versions or weaker ciphers.
 */
function isStrong(policy: string | undefined): boolean {
  return policy !== undefined && /^ELBSecurityPolicy-(?:TLS13-1-3|TLS13-1-2-Res|FS-1-2-Res)(?:-|$)/.test(policy);
}
