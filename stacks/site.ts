import type { Construct } from "constructs";
import { BackupStore } from "../constructs/backups/backup-store";
import { LedgerRestoreTests } from "../constructs/backups/ledger-restore-tests";
import { Alarm } from "../constructs/foundation/alarm";
import { Firewall } from "../constructs/network/firewall";
import { NameFilter } from "../constructs/network/name-filter";
import { ParticipantResolver } from "../constructs/network/participant-resolver";
import { PartySecurityGroups } from "../constructs/network/party-security-groups";
import { PrivateEndpoints } from "../constructs/network/private-endpoints";
import { PrivateZone } from "../constructs/network/private-zone";
import { ReservedAddresses } from "../constructs/network/reserved-addresses";
import { SegmentAcls } from "../constructs/network/segment-acls";
import { SiteNetwork } from "../constructs/network/site-network";
import { SubnetRoutes } from "../constructs/network/subnet-routes";
import { TrafficLogs } from "../constructs/network/traffic-logs";
import { TransitGate } from "../constructs/network/transit-gate";
import { EncryptionKey } from "../constructs/protection/encryption-key";
import { ImageRegistry } from "../constructs/protection/image-registry";
import { SecureBucket } from "../constructs/protection/secure-bucket";
import type { SiteDesign } from "../design/site/site";
import { FoundationStack } from "./foundation";

interface SiteServices {
  readonly parties: PartySecurityGroups;
  readonly resolverEndpointId: string;
}

/** One of the two data centres; the same class draws both, so that one is the other's mirror. */
export class SiteStack extends FoundationStack {
  readonly network: SiteNetwork;
  readonly transitGate: TransitGate;
  /** Security groups of the site's parties, for what later stacks put into the network. */
  readonly parties: PartySecurityGroups;
  /** The site's own zone of the private names, for what later stacks answer in it. */
  readonly privateZoneId: string;
  /** Key of the site's traffic logs, the ones of its cells included. */
  readonly logsKeyArn: string;

  constructor(scope: Construct, design: SiteDesign) {
    super(scope, design);
    const network = new SiteNetwork(this, "network", design.network);
    this.network = network;
    new SegmentAcls(this, "acls", { design: design.network, network });
    new ReservedAddresses(this, "fixed-addresses", { ranges: design.network.frontAddresses, network });
    const logsKey = new EncryptionKey(this, "logs-key", { key: design.keys.logs });
    this.logsKeyArn = logsKey.arn;
    const logs = this.defineLogs(design, network);
    const firewall = new Firewall(this, "firewall", {
      design: design.network,
      network,
      alerts: logs.group("firewallAlerts"),
      flows: logs.group("firewallFlows"),
      delivery: logs.delivery,
    });
    this.transitGate = new TransitGate(this, "transit", { design: design.transit, network, tags: design.network.segmentTags.transit });
    this.defineRoutes(design, network, firewall);
    const { parties, resolverEndpointId } = this.defineServices(design, network, logs);
    this.parties = parties;
    this.privateZoneId = new PrivateZone(this, "private-names", { zone: design.privateZone, vpcId: network.vpc.id }).zoneId;
    this.watchRates(design, resolverEndpointId);
    this.defineBuckets(design);
    this.defineBackups(design, network);
  }

  private watchRates({ rateAlarms, network, onCallTopicArn: topicArn }: SiteDesign, resolverEndpointId: string): void {
    const { gateway, attachment } = this.transitGate;
    const of = {
      FirewallName: network.name,
      EndpointId: resolverEndpointId,
      TransitGateway: gateway.id,
      TransitGatewayAttachment: attachment.id,
    };
    for (const alarm of rateAlarms) new Alarm(this, alarm.id, { alarm, of, topicArn });
  }

  private defineBackups({ backup, network: { segmentTags }, onCallTopicArn }: SiteDesign, network: SiteNetwork): void {
    const { restoreTesting } = new BackupStore(this, "backups", { backup, tags: segmentTags.data, onCallTopicArn });
    if (backup.restoreTests.ledgers === "none") return;
    new LedgerRestoreTests(this, "ledger-restore-tests", {
      tests: backup.restoreTests.ledgers,
      testing: restoreTesting,
      subnets: network.subnetsOf("data").map(({ subnet }) => subnet),
      closedSecurityGroupId: network.closedSecurityGroupId,
      tags: segmentTags.data,
    });
  }

  private defineLogs({ logs, onCallTopicArn }: SiteDesign, network: SiteNetwork): TrafficLogs {
    return new TrafficLogs(this, "logs", { logs, kmsKeyArn: this.logsKeyArn, vpcId: network.vpc.id, onCallTopicArn });
  }

  /** What the load balancers of the site's cells need before they are made. */
  private defineBuckets({ buckets }: SiteDesign): void {
    new SecureBucket(this, "front-logs", { bucket: buckets.frontLogs });
    if (buckets.trust !== undefined) new SecureBucket(this, "trust", { bucket: buckets.trust });
  }

  private defineRoutes(design: SiteDesign, network: SiteNetwork, firewall: Firewall): void {
    new SubnetRoutes(this, "routes", {
      design: design.network,
      network,
      firewall,
      transitGatewayId: this.transitGate.gateway.id,
      attachment: this.transitGate.attachment,
    });
  }

  /** What the payment service and the participants need in every zone, behind the parties' security groups. */
  private defineServices(design: SiteDesign, network: SiteNetwork, logs: TrafficLogs): SiteServices {
    const groups = new PartySecurityGroups(this, "parties", { design: design.network, network });
    const resolver = new ParticipantResolver(this, "resolver", {
      design: design.network,
      network,
      securityGroupId: groups.idOf("resolver"),
      queries: logs.group("resolverQueries"),
      delivery: logs.delivery,
    });
    new NameFilter(this, "names", { filter: design.nameFilter, vpcId: network.vpc.id });
    const endpoints = new PrivateEndpoints(this, "endpoints", {
      endpoints: design.endpoints,
      tags: design.network.segmentTags.endpoints,
      network,
      securityGroupId: groups.idOf("awsServices"),
      reservations: resolver.reservations,
    });
    groups.defineRules(design.network.securityGroupRules, (service) => endpoints.prefixListOf(service));
    const imagesKey = new EncryptionKey(this, "images-key", { key: design.keys.images });
    new ImageRegistry(this, "images", {
      repository: design.imageRepository,
      kmsKeyArn: imagesKey.arn,
      tags: design.network.segmentTags.cde,
    });
    return { parties: groups, resolverEndpointId: resolver.endpointId };
  }
}
