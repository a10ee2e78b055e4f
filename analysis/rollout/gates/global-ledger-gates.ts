import { textAt } from "../../../synthesized/attributes";
import type { Estate } from "../../../synthesized/estate/estate";
import { regionOf } from "../../../synthesized/estate/provider";
import { blocksIn } from "../../../synthesized/estate/stack-block";
import { cellOf, siteOf, stacksOfCell } from "../../../synthesized/estate/stacks";
import { type Block, resourcesOf, type Template } from "../../../synthesized/template";
import { isPrimaryCluster } from "../../payment-trace/primary-cluster";
import type { HumanGate } from "../human-gate";

interface Member {
  readonly cluster: string;
  readonly union: string;
  readonly region: string;
  readonly isPrimary: boolean;
  readonly administrator: string;
}

/** Whoever joins a global database first becomes its primary: a member that is made as a copy must find one. */
export function ledgerPrimaryGate(estate: Estate, template: Template): readonly HumanGate[] {
  const own = membersIn(estate, template).find(({ isPrimary }) => !isPrimary);
  const primary = estate.stacks
    .flatMap((other) => membersIn(estate, other))
    .find(({ union, isPrimary }) => isPrimary && union === own?.union);
  if (own === undefined || primary === undefined) return [];
  const { union, region, cluster } = primary;
  return [{ id: `ledger-primary-${union}`, kind: "ledgerPrimary", when: "before", stands: "once", union, region, cluster }];
}

/** A new database knows no user but its administrator. Once, at the primary: its copy has every user that it has. */
export function ledgerUserGate(estate: Estate, template: Template): readonly HumanGate[] {
  const cell = cellOf(template);
  if (cell === undefined || resourcesOf(template, "aws_ecs_service").length === 0) return [];
  const ofCell = stacksOfCell(estate, cell);
  const [first] = ofCell.flatMap((other) => siteOf(other) ?? []).toSorted((a, b) => a.localeCompare(b));
  const primary = ofCell.flatMap((other) => membersIn(estate, other)).find(({ isPrimary }) => isPrimary);
  const user = userIn(template);
  if (siteOf(template) !== first || primary === undefined || user === undefined) return [];
  const { region, cluster, administrator } = primary;
  return [{ id: `ledger-user-${cell}`, kind: "ledgerUser", when: "before", stands: "once", region, cluster, administrator, user }];
}

function membersIn(estate: Estate, template: Template): readonly Member[] {
  return blocksIn(template, "aws_rds_cluster").flatMap((member): readonly Member[] => {
    const { block } = member;
    const cluster = textAt(block.attributes, "cluster_identifier");
    const union = textAt(block.attributes, "global_cluster_identifier");
    const region = regionOf(estate, member);
    const isPrimary = isPrimaryCluster(estate, member);
    if (cluster === undefined || union === undefined || region === undefined || isPrimary === undefined) return [];
    return [{ cluster, union, region, isPrimary, administrator: administratorOf(block) }];
  });
}

/** Name of the administrator: between the quotes of its expression, or as it stands. */
function administratorOf({ attributes }: Block): string {
  const text = textAt(attributes, "master_username") ?? "";
  return /\? "([^"]+)" :/.exec(text)?.[1] ?? text;
}

/** The user that a policy lets the tasks sign in as. */
function userIn(template: Template): string | undefined {
  const [text] = resourcesOf(template, "aws_iam_role_policy").flatMap(({ attributes }) => {
    const policy = textAt(attributes, "policy") ?? "";
    return policy.includes('"rds-db:connect"') ? [policy] : [];
  });
  return /\/(\w+)"/.exec(text ?? "")?.[1];
}
