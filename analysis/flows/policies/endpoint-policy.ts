import { flagAt, textAt, textsAt } from "../../../synthesized/attributes";
import { accountOf } from "../../../synthesized/estate/provider";
import type { EndpointActions, PermittedFlow } from "../../../synthesized/evidence";
import { isList } from "../../../synthesized/json";
import { type Block, resourcesOf, type Template } from "../../../synthesized/template";
import { type Network, subnetsIn } from "../network/network";
import { ownAddressAt } from "../terms/own-blocks";
import type { Hop } from "../ways/hop";
import { FOREIGN_ACCOUNT, roleIn } from "./account";
import { decide, matches, type PolicyRequest, policyOf, type Statement } from "./policy";

/** The endpoint of a service, by the last part of its service name. */
export function endpointOf(template: Template, { service, kind }: Pick<EndpointActions, "service" | "kind">): Block | undefined {
  return resourcesOf(template, "aws_vpc_endpoint").find(({ attributes }) => {
    const type = textAt(attributes, "vpc_endpoint_type") ?? "Gateway";
    return type.toLowerCase() === kind && (textAt(attributes, "service_name") ?? "").endsWith(`.${service}`);
  });
}

/** Whether each endpoint that a flow is for stands in its subnets and lets through the flow's actions, for this account and no other. */
export function endpointHops(network: Network, flow: PermittedFlow): readonly Hop[] {
  return (flow.to.actions ?? []).flatMap((wanted) => {
    const endpoint = endpointOf(network.template, wanted);
    if (endpoint === undefined)
      return [
        hop("endpoint", "notMet", {
          address: "aws_vpc_endpoint",
          attribute: "service_name",
          why: `none for ${wanted.kind} service ${wanted.service}`,
        }),
      ];
    return [...placeHops(network, flow, { endpoint, wanted }), ...policyHops(network, endpoint, wanted)];
  });
}

function hop(
  kind: "endpoint" | "endpointPolicy",
  verdict: Hop["verdict"],
  about: { readonly address: string; readonly attribute: string; readonly why: string },
): Hop {
  return { kind, verdict, ...about, rules: [] };
}

/** An interface endpoint in every subnet of the segment, behind the party's group, under the service's own name. */
function placeHops(
  network: Network,
  flow: PermittedFlow,
  { endpoint, wanted }: { readonly endpoint: Block; readonly wanted: EndpointActions },
): readonly Hop[] {
  if (wanted.kind === "gateway") return [];
  const { address, attributes } = endpoint;
  const here = (key: string): readonly string[] =>
    (textsAt(attributes, key) ?? []).flatMap((text) => ownAddressAt(network.estate, network.template, text) ?? []);
  const groups = network.groups.filter(({ party }) => party === flow.to.party).map((group) => group.address);
  const missing = subnetsIn(network, flow.to.segment).filter((subnet) => !here("subnet_ids").includes(subnet.address));
  const check = (holds: boolean, attribute: string, why: string): Hop =>
    hop("endpoint", holds ? "met" : "notMet", { address, attribute, why: holds ? "stands as it must" : why });
  return [
    check(missing.length === 0, "subnet_ids", `lacks ${missing.map((subnet) => subnet.address).join(", ")}`),
    check(
      here("security_group_ids").every((group) => groups.includes(group)) && here("security_group_ids").length > 0,
      "security_group_ids",
      `is not the group of ${flow.to.party} alone`,
    ),
    check(flagAt(attributes, "private_dns_enabled") === true, "private_dns_enabled", "must be true, or callers go to the public name"),
  ];
}

function policyHops({ estate, template }: Network, endpoint: Block, wanted: EndpointActions): readonly Hop[] {
  const account = accountOf(template);
  const policy = policyOf(estate, { template, block: endpoint });
  const finding = (verdict: Hop["verdict"], why: string): Hop =>
    hop("endpointPolicy", verdict, { address: endpoint.address, attribute: "policy", why });
  if (policy.kind === "none") return [finding("notMet", "has none, so AWS lets everyone do everything")];
  if (policy.kind === "unreadable" || account === undefined) return [finding("undetermined", "cannot be read")];
  return [
    ...wanted.actions.map((action) => {
      const decision = decide(policy.statements, callFrom(account, action));
      if (decision === "allowed") return finding("met", `lets this account ${action}`);
      return finding(decision === "unknown" ? "undetermined" : "notMet", `does not surely let this account ${action}`);
    }),
    ...excessHops(policy.statements, wanted, finding),
  ];
}

function excessHops(
  statements: readonly Statement[],
  wanted: EndpointActions,
  finding: (verdict: Hop["verdict"], why: string) => Hop,
): readonly Hop[] {
  return statements
    .filter(({ Effect }) => Effect === "Allow")
    .flatMap((statement) => {
      const more = statement.Action.filter((action) => !wanted.actions.includes(action));
      const decisions = wanted.actions.map((action) => decide([statement], callFrom(FOREIGN_ACCOUNT, action)));
      const forOthers = decisions.some((decision) => decision !== "notAllowed") && !isForServiceData(statement);
      return [
        ...(more.length === 0 ? [] : [finding("notMet", `lets through ${more.join(", ")}, which no flow is for`)]),
        ...(forOthers
          ? [finding(decisions.includes("allowed") ? "notMet" : "undetermined", `may let another account ${statement.Action.join(", ")}`)]
          : []),
      ];
    });
}

/**
 * Image layers lie in a bucket of AWS's and are fetched with a URL that ECR signs in its own name,
 * so a condition on the caller's account would refuse them (AmazonECR/latest/userguide/vpc-endpoints,
 * read 2026-11-23).
 */
const SERVICE_BUCKETS = "arn:aws:s3:::prod-*-starport-layer-bucket/*";

function isForServiceData({ Action, Resource }: Statement): boolean {
  const buckets = isList(Resource) ? Resource : [];
  return (
    Action.join() === "s3:GetObject" &&
    buckets.length > 0 &&
    buckets.every((bucket) => matches(SERVICE_BUCKETS, bucket) && !/prod-\*/.test(bucket))
  );
}

function callFrom(account: string, action: string): PolicyRequest {
  return { principal: roleIn(account), action, context: new Map([["aws:PrincipalAccount", account]]) };
}
