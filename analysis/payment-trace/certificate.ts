import { blockIn, textAt, textsAt } from "../../synthesized/attributes";
import { follow, targetAt, targetOf } from "../../synthesized/estate/follow";
import { regionOf } from "../../synthesized/estate/provider";
import { type StackBlock, textOf } from "../../synthesized/estate/stack-block";
import { clientNamesOf } from "./answers";
import type { Payment } from "./payment";
import { check, found, notFound, type Piece, stepOf, type TraceStep } from "./step";
import { twinNamesOf } from "./twin-name";

/** What the load balancer shows, issued and of the site's own Region; and whose certificates it takes, where it asks for them. */
export function certificateStep(payment: Payment): TraceStep {
  const listeners = payment.fronts.flatMap(({ listener, endsTls }) => (endsTls && listener !== undefined ? [listener] : []));
  // A listener that is not there is told by its own step.
  if (listeners.length === 0 && payment.fronts.some(({ endsTls }) => endsTls))
    return stepOf("certificate", [found("goes with the listener")]);
  return stepOf(
    "certificate",
    listeners.flatMap((listener) => [...shownPieces(listener, payment), ...trustPieces(listener, payment)]),
  );
}

function shownPieces(listener: StackBlock, payment: Payment): readonly Piece[] {
  const { estate, region } = payment;
  const shown = follow(estate, listener, "certificate_arn");
  const certificate = shown?.block.type === "aws_acm_certificate_validation" ? follow(estate, shown, "certificate_arn") : shown;
  if (certificate === undefined) {
    return [notFound(targetAt(estate, shown ?? listener, "certificate_arn"), `the certificate of ${textOf(listener)} is not there`)];
  }
  const { attributes } = certificate.block;
  const names = [textAt(attributes, "domain_name") ?? "", ...(textsAt(attributes, "subject_alternative_names") ?? [])];
  const asked = payment.path === "reconciliation" ? twinNamesOf(payment) : clientNamesOf(payment);
  const uncovered = asked.filter((name) => !names.some((one) => one === name || one === name.replace(/^[^.]+/, "*")));
  const at = regionOf(estate, certificate);
  return [
    check(at === region, `${textOf(certificate)} in ${at}`, `${textOf(certificate)} is in ${at}, and the load balancer in ${region}`),
    check(uncovered.length === 0, `for ${names.join(", ")}`, `${textOf(certificate)} does not cover ${uncovered.join(", ")}`),
  ];
}

function trustPieces(listener: StackBlock, { path, estate }: Payment): readonly Piece[] {
  if (path !== "mutualTls") return [];
  const mutual = blockIn(listener.block.attributes, "mutual_authentication") ?? {};
  const store = targetOf(estate, listener.template, mutual["trust_store_arn"]);
  const title = textOf(listener);
  return [
    check(textAt(mutual, "mode") === "verify", "clients' certificates are verified", `${title} verifies no certificate of clients`),
    store.kind === "block"
      ? found(`against ${textOf(store)}: ${textAt(store.block.attributes, "ca_certificates_bundle_s3_key") ?? "?"}`)
      : notFound(store, `${title} has no trust store`),
  ];
}
