import { blockIn, blocksAt, numberAt, textAt, textsAt } from "../../synthesized/attributes";
import { targetOf } from "../../synthesized/estate/follow";
import { blocksNaming } from "../../synthesized/estate/referrers";
import { blocksIn, isSame, type StackBlock, textOf } from "../../synthesized/estate/stack-block";
import { cellOf, siteOf } from "../../synthesized/estate/stacks";
import { clusterOf, isItsOwnDoor } from "./ledger-parts";
import type { Payment } from "./payment";
import { check, found, missing, type Piece, unreadable } from "./step";
import type { Told, Understood } from "./told";

/** Where it is and what it listens by: each has to be what the rest of the site takes it for. */
const only = (...pieces: readonly Piece[]): Understood => ({ pieces, used: [] });

export function toldCell({ name, value, definition }: Told): Understood {
  const cell = cellOf(definition.template);
  return only(check(`cell-${value}` === cell, `${name} ${value}`, `${name} is ${value}, and the tasks are of ${cell ?? "no cell"}`));
}

export function toldSite({ name, value }: Told, { site }: Payment): Understood {
  return only(check(value === siteOf(site), `${name} ${value}`, `${name} is ${value}, and the tasks are of ${siteOf(site) ?? "no site"}`));
}

/** Each of the two ports is read on a path that comes by it. */
export function toldPort(told: Told, payment: Payment): Understood {
  return payment.path === "reconciliation" ? only() : portOf(told, payment);
}

export function toldTwinPort(told: Told, payment: Payment): Understood {
  return payment.path === "reconciliation" ? portOf(told, payment) : only();
}

function portOf({ name, value }: Told, { legs }: Payment): Understood {
  const port = legs.toService?.port;
  return only(check(value === String(port), `${name} ${value}`, `${name} is ${value}, and requests go to ${port ?? "no port"}`));
}

/** Load balancers ask each target whether it is ready. */
export function toldReadyPath({ name, value }: Told, { fronts }: Payment): Understood {
  const asked = fronts.flatMap(({ endsTls, targetGroup }) =>
    endsTls && targetGroup !== undefined ? [textAt(blockIn(targetGroup.block.attributes, "health_check") ?? {}, "path")] : [],
  );
  const other = asked.find((path) => path !== value);
  return only(check(other === undefined, `${name} ${value}`, `${name} is ${value}, and load balancers ask for ${other ?? "?"}`));
}

/** Checkers ask on a listener of their own, whose rules name the one path that they may ask for. */
export function toldDeepPath({ name, value }: Told, payment: Payment): Understood {
  const paths = healthListeners(payment).flatMap((listener) =>
    blocksNaming(payment.estate, listener, { type: "aws_lb_listener_rule", key: "listener_arn" }).flatMap(({ block }) =>
      blocksAt(block.attributes, "condition").flatMap((condition) => textsAt(blockIn(condition, "path_pattern") ?? {}, "values") ?? []),
    ),
  );
  // Without any path to ask for, checkers are answered by nobody, which the answer's step says.
  return only(
    check(
      paths.length === 0 || paths.includes(value),
      `${name} ${value}`,
      `${name} is ${value}, and checkers may ask for ${paths.join(", ") || "nothing"}`,
    ),
  );
}

function healthListeners({ cell, site }: Payment): readonly StackBlock[] {
  const flows = site.evidence.kind === "read" ? site.evidence.evidence.permittedFlows : [];
  const ports = flows.filter(({ listener }) => listener === "health").map(({ port }) => port);
  return cell
    .flatMap((template) => blocksIn(template, "aws_lb_listener"))
    .filter(({ block }) => ports.some((port) => port === numberAt(block.attributes, "port")));
}

export function toldEngine({ name, value }: Told, payment: Payment): Understood {
  const cluster = clusterOf(payment);
  const wanted = cluster === undefined ? undefined : isItsOwnDoor(cluster) ? "auroraGlobal" : "dsql";
  return only(check(value === wanted, `${name} ${value}`, `${name} is ${value}, and the ledger is ${wanted ?? "not there"}`));
}

/** Where writes go: Aurora's own name for it, or the name of a DSQL cluster behind its endpoint's private DNS. */
export function toldLedgerHost(told: Told, payment: Payment): Understood {
  const cluster = clusterOf(payment);
  // A ledger that is not there is told by its own step.
  if (cluster === undefined) return only();
  return only(isItsOwnDoor(cluster) ? soleHost(told, cluster, { attribute: "endpoint", payment }) : dsqlHost(told, cluster, payment));
}

export function toldForwardingHost(told: Told, payment: Payment): Understood {
  const cluster = clusterOf(payment);
  return only(
    cluster !== undefined && isItsOwnDoor(cluster)
      ? soleHost(told, cluster, { attribute: "reader_endpoint", payment })
      : missing(`${told.name} names hosts that hand writes on, and the ledger has none`),
  );
}

interface Host {
  readonly attribute: string;
  readonly payment: Payment;
}

function soleHost({ name, value, definition }: Told, cluster: StackBlock, { attribute, payment }: Host): Piece {
  const target = targetOf(payment.estate, definition.template, value);
  if (target.kind === "unresolved") return unreadable(`${name} is ${target.why}`);
  const leads = target.kind === "block" && isSame(target, cluster) && target.attribute === attribute;
  return check(leads, `${name} is the ${attribute} of ${textOf(cluster)}`, `${name} is not the ${attribute} of ${textOf(cluster)}`);
}

const PRIVATE_HOST = /^(\$\{[\w.-]+\})\.\$\{trimprefix\(([\w.-]+), \)\}\.([a-z0-9-]+)\.on\.aws$/;

/** `<cluster>.<service>.<region>.on.aws` (aurora-dsql/latest/userguide/privatelink-managing-clusters, from memory). */
function dsqlHost({ name, value, definition }: Told, cluster: StackBlock, { estate, region = "" }: Payment): Piece {
  const [, id = "", service = "", place = ""] = PRIVATE_HOST.exec(value) ?? [];
  if (id === "") return unreadable(`${name} is ${value}, of which nobody can tell that it is a name of ${textOf(cluster)}`);
  const isCalledBy = (text: string, attribute: string): boolean => {
    const target = targetOf(estate, definition.template, text);
    return target.kind === "block" && isSame(target, cluster) && target.attribute === attribute;
  };
  const isTrimmed = (textAt(definition.block.attributes, "container_definitions") ?? "").includes(
    `trimprefix(${service}, "com.amazonaws.${region}.")`,
  );
  return isCalledBy(id, "identifier") && isCalledBy(`\${${service}}`, "vpc_endpoint_service_name") && isTrimmed && place === region
    ? found(`${name} is the private name of ${textOf(cluster)}`)
    : missing(`${name} is not the private name of ${textOf(cluster)}`);
}
