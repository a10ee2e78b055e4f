import type { Deployment, SiteName } from "../../config/deployment";
import type { Listener } from "../../config/sections/flow";

/** A way in which the two sites' templates may differ: this site's value under a common name. */
export interface PermittedDifference {
  readonly name: string;
  readonly value: string;
  readonly reason: string;
}

/** A flow as the Terraform must let it pass, with the addresses of both its ends. */
export interface PermittedFlow {
  readonly name: string;
  readonly from: FlowEnd;
  readonly to: FlowEnd;
  readonly protocol: "tcp" | "udp";
  readonly port: number;
  /** Ports that the side which connects uses, and so the ports that replies go to. */
  readonly clientPorts: PortRange;
  /** What a load balancer at its end listens for; absent where it ends at none. */
  readonly listener?: Listener;
  readonly purpose: string;
}

export interface PortRange {
  readonly from: number;
  readonly to: number;
}

export interface FlowEnd {
  readonly party: string;
  readonly place: "inside" | "directConnect" | "internet" | "twin";
  /** The party's own addresses; of an inside party, its segment's. */
  readonly prefixes: readonly string[];
  /** Names by which a party on the internet is called. */
  readonly names?: readonly string[];
  /** Inside only: the segment that the party lives in. */
  readonly segment?: string;
  /** AWS services only: the API actions that the flow exists for, by endpoint service. */
  readonly actions?: readonly EndpointActions[];
}

export interface EndpointActions {
  /** Last part of the endpoint's service name, such as `ecr.dkr`. */
  readonly service: string;
  readonly kind: "interface" | "gateway";
  readonly actions: readonly string[];
}

export interface ClientName {
  readonly zone: "public" | "private";
  readonly name: string;
}

/**
 * What a stack is for. A name says it to people and can be changed; whoever judges the Terraform asks
 * this instead.
 */
export type StackRole =
  | "bootstrap"
  | "guardrailsAccount"
  | "guardrailsRegion"
  | "names"
  | "site"
  | "shared"
  | "interconnect"
  | "ports"
  | "links"
  /** One site's part of a ledger that both have a part of. */
  | "ledgerMember"
  /** One site's way to a ledger that both share. */
  | "ledgerDoor"
  /** What makes the members one, or the ledger that both share. */
  | "ledger"
  | "cell"
  | "traffic";

/** Facts about the design that a reader of the Terraform alone could not know. */
export interface Evidence {
  readonly schemaVersion: 1;
  readonly deployment: string;
  readonly stack: string;
  readonly role: StackRole;
  /** `site-a` or `site-b`; absent in a stack of both. An output takes no null. */
  readonly site?: string;
  /** Absent in a stack of no cell. */
  readonly cell?: string;
  readonly objectives: Deployment["objectives"];
  readonly cardData: Deployment["cardData"];
  readonly pinHsm: Deployment["pinHsm"];
  /** Where data may be; absent where that is not promised. */
  readonly residency?: NonNullable<Deployment["residency"]>;
  readonly premises: readonly string[];
  readonly clientBehaviour: readonly string[];
  readonly expectedCutSets: readonly { readonly members: readonly string[]; readonly meaning: string }[];
  readonly permittedFlows: readonly PermittedFlow[];
  readonly permittedDifferences: readonly PermittedDifference[];
  /** What the whole peak on this site needs of rates that AWS limits; in the site's own stack. */
  readonly rateNeeds?: readonly { readonly rate: string; readonly needed: number }[];
  /** Names that clients are told; in the stack that answers them. */
  readonly clientNames?: readonly ClientName[];
  /** Findings that the owner accepts; in the stack of the account, since they are about all of it. */
  readonly acknowledgements: NonNullable<Deployment["acknowledgements"]>;
}

const EACH_IS_ENOUGH = "Both sites are live and each runs enough for the whole peak; nothing is created, scaled or applied in a failover";

function premisesOf({ ledger, objectives }: Deployment): readonly string[] {
  switch (ledger.engine) {
    case "dsql":
      return [EACH_IS_ENOUGH, "Failover happens in the data plane: health checks, BGP and quorum"];
    case "dsqlOneRegion":
      return [
        EACH_IS_ENOUGH,
        "Failover happens in the data plane: health checks, BGP and the ledger's own replicas",
        "The one Region is a common cause of both sites: its loss ends the service",
      ];
    case "auroraGlobal":
      return [
        EACH_IS_ENOUGH,
        "Names and lines fail over in the data plane: health checks and BGP",
        `The ledger does not: people promote its copy, which is taken to last ${ledger.promotion.minutes} minutes`,
        `The copy follows its primary: what is lost with the primary's site is alarmed at ${objectives.dataLossSeconds} s and bounded by nothing`,
      ];
  }
}

const clientBehaviour = [
  "Internet clients look the name up again when its time to live ends and reconnect to the new address",
  "Private-line participants know both sites' addresses and retry at the other on an error or time-out",
];

/** The evidence that every stack of a deployment carries, completed by what a stack adds to it. */
export function evidenceOf(
  deployment: Deployment,
  stack: string,
  own: Pick<Evidence, "role"> &
    Partial<
      Pick<
        Evidence,
        "permittedFlows" | "permittedDifferences" | "expectedCutSets" | "cell" | "clientNames" | "rateNeeds" | "acknowledgements"
      >
    > & {
      readonly site?: SiteName;
    },
): Evidence {
  return {
    schemaVersion: 1,
    deployment: deployment.name,
    stack,
    role: own.role,
    ...(own.site === undefined ? {} : { site: `site-${own.site}` }),
    ...(own.cell === undefined ? {} : { cell: own.cell }),
    objectives: deployment.objectives,
    cardData: deployment.cardData,
    pinHsm: deployment.pinHsm,
    ...(deployment.residency === undefined ? {} : { residency: deployment.residency }),
    premises: premisesOf(deployment),
    clientBehaviour,
    expectedCutSets: own.expectedCutSets ?? [],
    permittedFlows: own.permittedFlows ?? [],
    permittedDifferences: own.permittedDifferences ?? [],
    ...(own.rateNeeds === undefined ? {} : { rateNeeds: own.rateNeeds }),
    ...(own.clientNames === undefined ? {} : { clientNames: own.clientNames }),
    acknowledgements: own.acknowledgements ?? [],
  };
}
