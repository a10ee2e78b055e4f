import type { Sourced } from "./regions";

/** A published check of a scanner that our design answers otherwise, and why. */
export interface ScannerAnswer extends Sourced {
  readonly check: string;
  /** What the check wants. */
  readonly wants: string;
  /** Where it fires: what addresses begin with. */
  readonly on: readonly string[];
  readonly reason: string;
}

const logBuckets = [
  "aws_s3_bucket.audit_archive_access_bucket",
  "aws_s3_bucket.front-logs_bucket",
  "aws_s3_bucket.recorder_history_bucket",
  "aws_s3_bucket.state_bucket",
  "aws_s3_bucket.trust_bucket",
] as const;
const reconciliation = ["aws_s3_bucket.reconciliation_"] as const;
const breakGlass = ["aws_iam_policy.break-glass_boundary"] as const;
const bound =
  "The boundary of the break-glass role: it gives nothing, since a boundary only limits, and it denies what would hide or destroy evidence. What the role may do is what AWS's own policy gives it, for one hour, with MFA and an alarm.";

const answer = (check: string, wants: string, { on, reason }: Pick<ScannerAnswer, "on" | "reason">): ScannerAnswer => ({
  check,
  wants,
  on,
  reason,
  source: "bridgecrewio/checkov, the check's own source in terraform/checks",
  asOf: "2026-12-01",
});

export const scannerAnswers: readonly ScannerAnswer[] = [
  answer("CKV_AWS_18", "access logs of a bucket", {
    on: [...logBuckets, ...reconciliation],
    reason:
      "Every read and write of these buckets is a data event of the trail, which is kept locked. Only the archive, which the trail cannot write about, has access logs.",
  }),
  answer("CKV_AWS_144", "a copy of a bucket in another Region", {
    on: [...logBuckets, "aws_s3_bucket.audit_archive_trail_bucket"],
    reason:
      "Each site has its own, and a site reads nothing of the other's. The archive stays where its lock and its law are; only reconciliation files have a copy. With the archive's Region lost: docs/runbooks/loss-of-a-region.md.",
  }),
  answer("CKV_AWS_145", "a bucket under a KMS key", {
    on: ["aws_s3_bucket.audit_archive_access_bucket", "aws_s3_bucket.front-logs_bucket", "aws_s3_bucket.trust_bucket"],
    reason:
      "Server access logs and load balancers' logs can be written under S3's own key alone; the trust bundle holds public certificates. All are encrypted.",
  }),
  answer("CKV_AWS_152", "a network load balancer across zones", {
    on: ["aws_lb.private-front_fixed", "aws_lb.twin-front_balancer"],
    reason: "Each zone's address leads to its own zone's target, so that a packet passes one firewall endpoint both ways.",
  }),
  answer("CKV_AWS_252", "a topic that is told of each file of the trail", {
    on: ["aws_cloudtrail.audit_trail"],
    reason:
      "People are told of what is in the trail, by rules on its events and filters on its log, and by an alarm when it falls silent; a message for each file would tell nothing.",
  }),
  answer("CKV_AWS_286", "no way to more permissions", { on: breakGlass, reason: bound }),
  answer("CKV_AWS_287", "no exposed credentials", { on: breakGlass, reason: bound }),
  answer("CKV_AWS_288", "no way for data out", { on: breakGlass, reason: bound }),
  answer("CKV_AWS_289", "bounds on who manages permissions", { on: breakGlass, reason: bound }),
  answer("CKV_AWS_290", "bounds on writing", { on: breakGlass, reason: bound }),
  answer("CKV_AWS_345", "the firewall under a key of our own", {
    on: ["aws_networkfirewall_firewall.firewall"],
    reason: "A lost key would drop every packet: docs/adr/0006-firewall-rules-under-aws-owned-key.md.",
  }),
  answer("CKV_AWS_346", "the firewall's policy under a key of our own", {
    on: ["aws_networkfirewall_firewall_policy.firewall_policy"],
    reason: "The same: docs/adr/0006-firewall-rules-under-aws-owned-key.md.",
  }),
  answer("CKV_AWS_355", "no * where a resource could be named", { on: breakGlass, reason: bound }),
  answer("CKV2_AWS_57", "a secret that AWS rotates", {
    on: ["aws_secretsmanager_secret.clearing-credentials_secret"],
    reason: "The clearing system gives the sign-in, so no function here can change it: people put the new value.",
  }),
  answer("CKV2_AWS_62", "events of a bucket", {
    on: [...logBuckets, ...reconciliation, "aws_s3_bucket.audit_archive_trail_bucket"],
    reason: "Nothing here waits for a file to arrive; who reads or writes one is a data event of the trail.",
  }),
];
