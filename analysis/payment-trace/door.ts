import { blockIn, blocksAt, flagAt, textAt, valueAt } from "../../synthesized/attributes";
import { blockNamed, blocksNamed, follow } from "../../synthesized/estate/follow";
import { blocksIn, isSame, type StackBlock, textOf } from "../../synthesized/estate/stack-block";
import { FOREIGN_ACCOUNT, roleIn } from "../flows/policies/account";
import { type Decision, decide, policyOf, type Statement } from "../flows/policies/policy";
import { roleArn } from "./call";
import { clusterOf, connectActionOf } from "./ledger-parts";
import type { Payment } from "./payment";
import { taskRole } from "./permissions";
import { check, missing, type Piece, unreadable } from "./step";

/** A ledger's endpoint: of this network, answering under the ledger's own name, and open for this role and nobody else. */
export function doorSettings(door: StackBlock, payment: Payment): readonly Piece[] {
  const { attributes } = door.block;
  const vpc = follow(payment.estate, door, "vpc_id");
  return [
    check(
      flagAt(attributes, "private_dns_enabled") === true || isNamedByRecord(door, payment),
      "under the ledger's own name",
      `${textOf(door)} has no private DNS and no record, so the ledger's name does not lead there`,
    ),
    check(textAt(attributes, "vpc_endpoint_type") === "Interface", "an interface", `${textOf(door)} is no interface endpoint`),
    check(
      vpc?.block.type === "aws_vpc" && vpc.template === payment.site,
      "in the site's network",
      `${textOf(door)} is not in the network of ${payment.site.stack}`,
    ),
    ...excessPieces(door, payment),
  ];
}

/** A network has private DNS for one endpoint of a service: the ledgers of other cells have a zone of their own, with the one name. */
function isNamedByRecord(door: StackBlock, payment: Payment): boolean {
  const { estate } = payment;
  const cluster = clusterOf(payment);
  return blocksIn(door.template, "aws_route53_record").some((record) => {
    const { attributes } = record.block;
    const zone = follow(estate, record, "zone_id");
    const [name, zoned] = [textAt(attributes, "name"), zone === undefined ? undefined : textAt(zone.block.attributes, "name")];
    const leadsHere = blocksNamed(estate, door.template, valueAt(blockIn(attributes, "alias") ?? {}, "name")).some((one) =>
      isSame(one, door),
    );
    const isOfLedger = blocksNamed(estate, door.template, name).some((one) => isSame(one, cluster));
    return leadsHere && isOfLedger && name === zoned && zone !== undefined && isInNetwork(zone, payment);
  });
}

function isInNetwork(zone: StackBlock, { estate, site }: Payment): boolean {
  return blocksAt(zone.block.attributes, "vpc").some((one) => {
    const network = blockNamed(estate, zone.template, valueAt(one, "vpc_id"));
    return network?.block.type === "aws_vpc" && network.template === site;
  });
}

function excessPieces(door: StackBlock, payment: Payment): readonly Piece[] {
  const policy = policyOf(payment.estate, door);
  const role = taskRole(payment);
  const cluster = clusterOf(payment);
  if (policy.kind !== "read" || role === undefined || cluster === undefined) return [];
  const action = connectActionOf(door);
  const own = roleArn(role, payment);
  const { account = "" } = payment;
  const others = [{ account, arn: `${own}-2` }, { account, arn: roleIn(account).arn }, roleIn(FOREIGN_ACCOUNT)].map((other) =>
    decide(policy.statements, askedBy(other, action)),
  );
  return [
    ...othersPieces(door, others),
    ...policy.statements
      .filter(({ Effect }) => Effect === "Allow")
      .flatMap((statement) => tooMuch(statement, { door, cluster, action, payment })),
  ];
}

function othersPieces(door: StackBlock, others: readonly Decision[]): readonly Piece[] {
  if (others.includes("allowed")) return [missing(`${textOf(door)} lets other roles connect`)];
  return others.includes("unknown") ? [unreadable(`whether ${textOf(door)} lets other roles connect cannot be read`)] : [];
}

function askedBy({ account, arn }: { readonly account: string; readonly arn: string }, action: string) {
  return {
    principal: { kind: "role" as const, account, arn },
    action,
    context: new Map([
      ["aws:PrincipalArn", arn],
      ["aws:PrincipalAccount", account],
    ]),
  };
}

interface Needed {
  readonly door: StackBlock;
  readonly cluster: StackBlock;
  readonly action: string;
  readonly payment: Payment;
}

/** Another action, or another ledger, than the one behind the door. */
function tooMuch({ Action, Resource = ["*"] }: Statement, { door, cluster, action, payment }: Needed): readonly Piece[] {
  const more = Action.filter((one) => one !== action);
  const elsewhere = Resource.filter(
    (resource) => !blocksNamed(payment.estate, door.template, resource).some((one) => isSame(one, cluster)),
  );
  return [
    ...more.map((one) => missing(`${textOf(door)} lets ${one} through, which no payment needs`)),
    ...elsewhere.map((resource) => missing(`${textOf(door)} leads to ${resource}, and not to ${textOf(cluster)} alone`)),
  ];
}
