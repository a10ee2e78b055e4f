import { blockIn, textAt, textsAt, valueAt } from "../../synthesized/attributes";
import type { Estate } from "../../synthesized/estate/estate";
import { blockNamed, follow, targetAt, targetOf } from "../../synthesized/estate/follow";
import { blocksCalled } from "../../synthesized/estate/literal-names";
import { type StackBlock, textOf } from "../../synthesized/estate/stack-block";
import { clientNamesOf } from "./answers";
import type { Payment } from "./payment";
import { placeOf } from "./place";
import { check, found, missing, notFound, type Piece, stepOf, type TraceStep } from "./step";
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
  const at = placeOf(estate, certificate);
  return [
    check(at === region, `${textOf(certificate)} in ${at}`, `${textOf(certificate)} is in ${at}, and the load balancer in ${region}`),
    check(uncovered.length === 0, `for ${names.join(", ")}`, `${textOf(certificate)} does not cover ${uncovered.join(", ")}`),
  ];
}

function trustPieces(listener: StackBlock, { path, estate }: Payment): readonly Piece[] {
  const mutual = blockIn(listener.block.attributes, "mutual_authentication") ?? {};
  const store = targetOf(estate, listener.template, valueAt(mutual, "trust_store_arn"));
  const title = textOf(listener);
  if (path !== "mutualTls") {
    return textAt(mutual, "mode") === "verify" ? [missing(`${title} demands a certificate, which clients of this path do not have`)] : [];
  }
  return [
    check(textAt(mutual, "mode") === "verify", "clients' certificates are verified", `${title} verifies no certificate of clients`),
    store.kind === "block" ? bundlePiece(store, estate) : notFound(store, `${title} has no trust store`),
  ];
}

/** The authorities' certificates are a file in a bucket of ours; whether it is there, only an apply tells. */
function bundlePiece(store: StackBlock, estate: Estate): Piece {
  const bucket = textAt(store.block.attributes, "ca_certificates_bundle_s3_bucket");
  const holder = blockNamed(estate, store.template, bucket) ?? blocksCalled(estate, "aws_s3_bucket", bucket)[0];
  const file = textAt(store.block.attributes, "ca_certificates_bundle_s3_key");
  return holder === undefined || file === undefined
    ? missing(`${textOf(store)} takes its authorities from no bucket that is there`)
    : found(`against ${textOf(store)}: ${file}`);
}
