import type { PaymentRate, RateUsage } from "./payment-rate";
import type { Sourced } from "./regions";

const page = (source: string): Sourced => ({ source, asOf: "2026-11-30" });

const none: RateUsage = { kind: "none" };

const resolverPages = page(
  "Route53/latest/DeveloperGuide: DNSLimitations, resolver-forwarding-inbound-queries-values, monitoring-resolver-with-cloudwatch",
);
const queriesOfAnAddress: RateUsage = {
  kind: "metric",
  namespace: "AWS/Route53Resolver",
  metric: "InboundQueryVolume",
  dimensions: { RniId: "[address]" },
};

const gatewayPages = page("vpc/latest/tgw: transit-gateway-quotas, transit-gateway-cloudwatch-metrics");
const throughGateway = (metric: "BytesIn" | "PacketsIn"): RateUsage => ({
  kind: "metric",
  namespace: "AWS/TransitGateway",
  metric,
  dimensions: { TransitGatewayAttachment: "[attachment]", AvailabilityZone: "[zone]" },
});

/** By zone for networks only: of lines and of the twin, the zones' sum. */
const throughGatewayWhole = (metric: "BytesIn" | "PacketsIn"): RateUsage => ({
  kind: "metric",
  namespace: "AWS/TransitGateway",
  metric,
  dimensions: { TransitGatewayAttachment: "[attachment]" },
});

/** Rates of what a payment's packets pass before and behind its load balancers: names, firewall, gateways, endpoints. */
export const trafficRates = {
  resolverQueries: {
    name: "UDP Queries per second per IP address in an endpoint",
    service: "route53resolver",
    unit: "queries",
    per: "second",
    within: "address",
    standard: 10_000,
    raised: "never",
    usage: queriesOfAnAddress,
    counts: "Queries of participants at one address, while its security group tracks no connection; L-D2FE9758 has more addresses than 6",
    ...resolverPages,
  },
  trackedResolverQueries: {
    name: "UDP Queries per second per IP address in an inbound endpoint whose security group tracks connections",
    service: "route53resolver",
    unit: "queries",
    per: "second",
    within: "address",
    standard: 1500,
    raised: "never",
    usage: queriesOfAnAddress,
    counts: 'The same, where a rule of the group makes it track: "can be as low as 1500"',
    ...resolverPages,
  },
  ownResolverPackets: {
    name: "Packets per second to link-local services",
    service: "vpc",
    unit: "packets",
    per: "second",
    within: "networkInterface",
    standard: 1024,
    raised: "never",
    usage: none,
    counts: "A task's own look-ups at the network's resolver, its reads of metadata and of time",
    ...page("vpc/latest/userguide/AmazonDNS-concepts, DNS quotas"),
  },
  firewallBandwidth: {
    name: "Network traffic bandwidth per firewall endpoint",
    service: "network-firewall",
    unit: "gigabits",
    per: "second",
    within: "firewallAndZone",
    standard: 100,
    raised: "never",
    usage: {
      kind: "metric",
      namespace: "AWS/NetworkFirewall",
      metric: "ReceivedBytes",
      dimensions: { FirewallName: "[firewall]", AvailabilityZone: "[zone]", Engine: "Stateful" },
    },
    counts: "Everything that the firewall's endpoints in one zone take together; what is over is dropped",
    ...page("network-firewall/latest/developerguide: quotas, monitoring-cloudwatch; general/latest/gr/network-firewall"),
  },
  networkAttachmentBandwidth: {
    name: "Bandwidth per VPC attachment per Availability Zone",
    service: "ec2",
    unit: "gigabits",
    per: "second",
    within: "attachmentAndZone",
    standard: 100,
    raised: "byAccountTeam",
    usage: throughGateway("BytesIn"),
    counts: "Each direction by itself",
    ...gatewayPages,
  },
  networkAttachmentPackets: {
    name: "Packets per second per transit gateway VPC attachment per Availability Zone",
    service: "ec2",
    unit: "packets",
    per: "second",
    within: "attachmentAndZone",
    standard: 7_500_000,
    raised: "byAccountTeam",
    usage: throughGateway("PacketsIn"),
    counts: "Packets of all lines and of the twin to the site's network, and back",
    ...gatewayPages,
  },
  lineAttachmentBandwidth: {
    name: "Bandwidth for Direct Connect gateway or peered transit gateway connection per available Availability Zone in the Region",
    service: "ec2",
    unit: "gigabits",
    per: "second",
    within: "attachmentAndZone",
    standard: 100,
    raised: "byAccountTeam",
    usage: throughGatewayWhole("BytesIn"),
    counts: "Each direction by itself; one attachment for all lines, one for the twin",
    ...gatewayPages,
  },
  lineAttachmentPackets: {
    name: "Packets per second per transit gateway attachment (Direct Connect and peering attachments) per available Availability Zone in the Region",
    service: "ec2",
    unit: "packets",
    per: "second",
    within: "attachmentAndZone",
    standard: 7_500_000,
    raised: "byAccountTeam",
    usage: throughGatewayWhole("PacketsIn"),
    counts: "The same in packets",
    ...gatewayPages,
  },
  endpointBandwidth: {
    name: "Bandwidth per VPC endpoint per Availability Zone",
    service: "vpc",
    unit: "gigabits",
    per: "second",
    within: "endpointAndZone",
    standard: 10,
    raised: "bySupport",
    usage: {
      kind: "metric",
      namespace: "AWS/PrivateLinkEndpoints",
      metric: "BytesProcessed",
      dimensions: {
        "Endpoint Type": "Interface",
        "Service Name": "[service]",
        "Subnet Id": "[subnet]",
        "VPC Endpoint Id": "[endpoint]",
        "VPC Id": "[network]",
      },
    },
    counts: "What tasks send and receive through one endpoint of KMS, logs, the ledger; it grows by itself to 100, not in how long",
    ...page("vpc/latest/privatelink: vpc-limits-endpoints, privatelink-cloudwatch-metrics"),
  },
} as const satisfies Readonly<Record<string, PaymentRate>>;
