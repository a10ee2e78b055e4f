import type { Sourced } from "../regions";
import type { BoundsStatement } from "./tampering";

/** Actions that are forbidden in an emergency and paged to nobody when somebody else does them, with the reason. */
export interface UntoldTampering extends Sourced {
  readonly kept: BoundsStatement;
  readonly denied: readonly string[];
  readonly reason: string;
}

const judgement: Sourced = { source: "twinsite's own judgement of who makes these calls every day", asOf: "2026-11-23" };

export const untoldTampering: readonly UntoldTampering[] = [
  {
    kept: "KeepMoney",
    denied: ["dsql:Delete*", "ecr:BatchDeleteImage", "rds:Delete*", "secretsmanager:DeleteSecret"],
    reason: "Part of others' daily work, AWS Backup's restore tests included; deletion protection and backups are against the harm",
    ...judgement,
  },
  {
    kept: "KeepMoney",
    denied: ["rds:RemoveFromGlobalCluster"],
    reason: "It makes two ledgers of one, and a promotion needs none of it; the deployer's step where a copy is made anew by its runbook",
    source: "twinsite's own judgement",
    asOf: "2026-11-27",
  },
  {
    kept: "KeepWatchers",
    denied: ["securityhub:BatchUpdateFindings"],
    reason: "The daily work of whoever goes through the findings",
    ...judgement,
  },
  {
    kept: "KeepWatchers",
    denied: ["organizations:LeaveOrganization"],
    reason: "The organization's management account is told, and decides",
    ...judgement,
  },
  {
    kept: "KeepEvidence",
    denied: ["s3:BypassGovernanceRetention", "s3:DeleteObject*", "s3:PutObject*"],
    reason: "Writes of objects, which the trail keeps; a page for each would be one for every log file delivered",
    ...judgement,
  },
  {
    kept: "KeepBounds",
    denied: ["iam:CreateRole", "iam:Upload*", "sts:AssumeRole"],
    reason: "Everyday calls of everyone but a session that is bound by a boundary and would shed it so",
    ...judgement,
  },
];
