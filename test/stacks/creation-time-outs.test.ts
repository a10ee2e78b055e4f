import { isObject, type Json } from "../../synthesized/json";
import type { Block, Template } from "../../synthesized/template";
import { australia } from "../australia";
import { synthesizedSweden } from "../sample-output";
import { synthesizedDeployment } from "../synthesized-deployment";

/** Waits as long as AWS may take: what is given up on is replaced by the next plan, which prevent_destroy forbids. */
const WAITS = ["aws_dsql_cluster", "aws_lb", "aws_rds_cluster", "aws_rds_cluster_instance", "aws_rds_global_cluster"];

const NO_TIME_OUTS = "the provider has no block `timeouts` for it (schema of hashicorp/aws 5.100.0)";
const DELETION_ONLY = "the provider has a time-out for its deletion only (schema of hashicorp/aws 5.100.0)";
const AT_ONCE =
  "AWS answers its creation at once; the time-out is how long a refused call is tried again, and a longer one hides a mistake";
const NO_UPDATE =
  'given to a peering that is there it would be an update, which the provider refuses ("not supported", tried with 5.100.0 on 2026-12-01); ' +
  "one that was given up on is not in the state, so nothing has to be replaced";
const WITHIN_A_MINUTE = "Route 53 carries a change to all its servers within 60 seconds as a rule; the provider waits half an hour";

/** Why a type that may not be destroyed is left with the provider's own patience. */
const AS_PROVIDED: Readonly<Record<string, string>> = {
  aws_backup_vault: DELETION_ONLY,
  aws_backup_vault_lock_configuration: NO_TIME_OUTS,
  aws_cloudtrail: NO_TIME_OUTS,
  aws_cloudwatch_log_group: NO_TIME_OUTS,
  aws_dsql_cluster_peering: NO_UPDATE,
  aws_dx_connection: NO_TIME_OUTS,
  aws_ecr_repository: DELETION_ONLY,
  aws_kms_key: AT_ONCE,
  aws_kms_replica_key: NO_TIME_OUTS,
  aws_route53_hosted_zone_dnssec: WITHIN_A_MINUTE,
  aws_route53_key_signing_key: WITHIN_A_MINUTE,
  aws_route53_zone: WITHIN_A_MINUTE,
  aws_route53recoverycontrolconfig_cluster: NO_TIME_OUTS,
  aws_route53recoverycontrolconfig_routing_control: NO_TIME_OUTS,
  aws_s3_bucket: AT_ONCE,
  aws_secretsmanager_secret: NO_TIME_OUTS,
};

const guarded: readonly Block[] = [synthesizedSweden(), synthesizedDeployment(australia())]
  .flatMap((templates) => [...templates.values()])
  .flatMap(({ resources }: Template) => resources)
  .filter(({ attributes }) => isObject(attributes["lifecycle"]) && attributes["lifecycle"]["prevent_destroy"] === true);

const minutesOf = (timeOuts: Json | undefined): readonly number[] =>
  isObject(timeOuts) ? Object.values(timeOuts).map((text) => Number(/^(\d+)m$/.exec(String(text))?.[1])) : [];

test("every type that may not be destroyed waits as long as AWS may take, or says why the provider's patience will do", () => {
  expect([...new Set(guarded.map(({ type }) => type))].toSorted()).toEqual([...WAITS, ...Object.keys(AS_PROVIDED)].toSorted());
});

test("what is made slowly is waited for four hours, in its making and in every change that the provider waits for", () => {
  for (const { address, attributes } of guarded.filter(({ type }) => WAITS.includes(type)))
    expect([address, minutesOf(attributes["timeouts"])]).toEqual([address, [240, 240]]);
});

test("and nothing else has a time-out that the list does not know of", () => {
  for (const { address, attributes } of guarded.filter(({ type }) => type in AS_PROVIDED))
    expect([address, attributes["timeouts"]]).toEqual([address, undefined]);
});
