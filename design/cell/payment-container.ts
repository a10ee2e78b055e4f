import type { Deployment, SiteName } from "../../config/deployment";
import { aliasArn, reconciliationBucket } from "../foundation/naming";
import type { Cell } from "../layout/capacity";
import { twinName } from "../layout/service-names";
import { DATABASE_USER } from "../ledger/ledger-permissions";
import { replicatedKeys } from "../shared/shared-keys";
import { clearingCredentials } from "../shared/shared-secret";
import { imageRepository } from "../site/image-repository";
import { metricNamespace } from "./payment-permissions";
import { reconciliationPort, twinServicePort } from "./twin-front";

/** The one container of a task. */
export interface ContainerDesign {
  readonly name: string;
  readonly image: string;
  /** Port on which the load balancers reach it. */
  readonly port: number;
  /** Ports on which anyone reaches it, its twin included. */
  readonly ports: readonly number[];
  /** All that it is told; values of secrets are not among it. */
  readonly environment: Readonly<Record<string, string>>;
  readonly logGroup: string;
  readonly logRegion: string;
}

export function containerDesign(deployment: Deployment, site: SiteName, cell: Cell & { readonly logGroup: string }): ContainerDesign {
  const { region } = deployment.sites[site];
  const registry = `${deployment.accounts.payments}.dkr.ecr.${region}.amazonaws.com`;
  const incoming = deployment.flows.filter(({ to }) => to === "paymentService");
  return {
    name: "payment-service",
    // By digest: what was scanned and approved runs, whatever a tag is moved to.
    image: `${registry}/${imageRepository(deployment, site)}@${deployment.service.imageDigest}`,
    port: servicePort(deployment),
    ports: [...new Set(incoming.map(({ port }) => port))].toSorted((a, b) => a - b),
    environment: environment(deployment, site, cell),
    logGroup: cell.logGroup,
    logRegion: region,
  };
}

/** Every load balancer hands on to the same one (config/faults/flows/service-ports.ts). */
function servicePort({ flows }: Deployment): number {
  const flow = flows.find(({ from, to }) => to === "paymentService" && (from === "internetFront" || from === "privateFront"));
  if (flow === undefined) throw new Error("no flow leads from a load balancer to paymentService; declare one");
  return flow.port;
}

/**
 * The environment tells of its own site alone, but for the name under which it compares journals:
 * with the other gone, nothing that a payment needs leads nowhere.
 */
function environment(deployment: Deployment, site: SiteName, cell: Cell): Readonly<Record<string, string>> {
  const { region } = deployment.sites[site];
  const keys = replicatedKeys(deployment).map(({ id, [site]: { alias } }): readonly [string, string] => [
    `${id.replaceAll("-", "_").toUpperCase()}_KEY`,
    aliasArn(deployment, region, alias),
  ]);
  return {
    SITE: `site-${site}`,
    CELL: cell.id,
    LISTEN_PORT: String(servicePort(deployment)),
    READY_PATH: deployment.service.health.ready,
    DEEP_PATH: deployment.service.health.deep,
    LEDGER_ENGINE: ledgerEngine(deployment),
    ...databaseUser(deployment),
    ...Object.fromEntries(keys),
    // Its name: the service reads the value itself, under its own role.
    CLEARING_CREDENTIALS_SECRET: clearingCredentials(deployment).name,
    RECONCILIATION_BUCKET: reconciliationBucket(deployment, site),
    ...reconciliation(deployment, cell),
    METRIC_NAMESPACE: metricNamespace(deployment),
  };
}

/** Where a task asks the other site for its journals, and where it is asked for its own. */
function reconciliation(deployment: Deployment, cell: Cell): Readonly<Record<string, string>> {
  const port = reconciliationPort(deployment);
  if (port === undefined) return {};
  return {
    RECONCILIATION_TWIN: `${twinName(deployment, cell)}:${port}`,
    RECONCILIATION_LISTEN_PORT: String(twinServicePort(deployment)),
  };
}

/** What the service speaks to: a cluster in one Region is no other database. */
function ledgerEngine({ ledger: { engine } }: Deployment): string {
  return engine === "dsqlOneRegion" ? "dsql" : engine;
}

/** DSQL has one name for it everywhere; Aurora's is known to the token that stands for a password. */
function databaseUser({ ledger }: Deployment): Readonly<Record<string, string>> {
  return ledger.engine === "auroraGlobal" ? { LEDGER_DATABASE_USER: DATABASE_USER } : {};
}

/** A user of no privilege and no name in the image: any number does, and 65532 is what images without a shell call nonroot. */
const NOBODY = "65532:65532";

/** Time to finish the payments at hand, of the two minutes that Fargate gives at most. */
const STOP_SECONDS = 60;

/**
 * Container definitions as JSON. No health check in the container: it would need a program in the
 * image that asks; the load balancers ask. No volume: the service writes nothing to a disk, so no
 * card data stays on one.
 */
export function containerDefinitions(container: ContainerDesign, ledgerEndpoints: Readonly<Record<string, string>>): string {
  const told = { ...container.environment, ...ledgerEndpoints };
  return JSON.stringify([
    {
      name: container.name,
      image: container.image,
      essential: true,
      user: NOBODY,
      privileged: false,
      readonlyRootFilesystem: true,
      linuxParameters: { capabilities: { drop: ["ALL"] }, initProcessEnabled: true },
      // Fargate's own default, said so that it stays: connections of clients, ledger and partners.
      ulimits: [{ name: "nofile", softLimit: 65_535, hardLimit: 65_535 }],
      stopTimeout: STOP_SECONDS,
      portMappings: container.ports.map((port) => ({ containerPort: port, hostPort: port, protocol: "tcp" })),
      environment: Object.entries(told)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, value]) => ({ name, value })),
      logConfiguration: logConfiguration(container),
    },
  ]);
}

/**
 * A payment waits for no log: blocking would stop every task when CloudWatch Logs is out of order,
 * at both sites for one reason. What is printed meanwhile beyond the buffer is lost, so who did
 * what to which payment (PCI DSS 10.2) belongs into the ledger, in the payment's own transaction,
 * and this log is for operation. Its silence is an alarm (10.7.2).
 */
function logConfiguration({ logGroup, logRegion, name }: ContainerDesign) {
  return {
    logDriver: "awslogs",
    options: {
      "awslogs-group": logGroup,
      "awslogs-region": logRegion,
      "awslogs-stream-prefix": name,
      mode: "non-blocking",
      "max-buffer-size": "25m",
    },
  };
}
