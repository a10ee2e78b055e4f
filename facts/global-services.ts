/** The one Region that a service which is everywhere is run from, or tells about itself in. */
export const globalServices = {
  /** Where Route 53 looks for the keys that sign public zones, and writes the log of their look-ups. */
  publicZones: {
    region: "us-east-1",
    source: "Route53/latest/DeveloperGuide/dns-configuring-dnssec and query-logs",
    asOf: "2026-11-25",
  },
  /** Where metrics on health checks are, and nowhere else. */
  healthChecks: {
    region: "us-east-1",
    source: "Route53/latest/DeveloperGuide/monitoring-health-checks",
    asOf: "2026-11-25",
  },
  /** Where routing controls are made and changed; their answers come from five Regions. */
  routingControls: {
    region: "us-west-2",
    source: "r53recovery/latest/dg/data-and-control-planes",
    asOf: "2026-11-25",
  },
} as const;
