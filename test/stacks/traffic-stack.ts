import type { Deployment } from "../../config/deployment";
import { cellStackName } from "../../design/cell/cell";
import { designOf } from "../../design/design";
import { cellsOf } from "../../design/layout/capacity";
import { type CellAtSite, TrafficStack } from "../../stacks/traffic";
import type { Template } from "../../synthesized/template";
import { drawnStack } from "./drawn-stacks";

type Side = "a" | "b";

/** What a load balancer is called in a template that `trafficStack` made: `internet 01 a`. */
const frontName = (kind: "internet" | "private", cell: string, site: Side): string => `${kind} ${cell} ${site}`;

const cellAtSite = (cell: string, site: Side): CellAtSite => ({
  node: { id: cellStackName(site, { id: cell }) },
  internetFront: { dnsName: frontName("internet", cell, site), hostedZoneId: `load-balancers-${site}` },
  privateFront: { dnsName: frontName("private", cell, site), hostedZoneId: `load-balancers-${site}` },
  privateHealthAlarm: { alarmName: `alarm ${cell} ${site}` },
  ledgerLagAlarm: { alarmName: `lag ${cell} ${site}` },
  metrics: {
    internetFront: { LoadBalancer: `app/${cell}-${site}`, TargetGroup: `targetgroup/${cell}-${site}` },
    privateFront: { LoadBalancer: `app/private-${cell}-${site}`, TargetGroup: `targetgroup/private-${cell}-${site}` },
    tasks: { ClusterName: `cell-${cell}-${site}`, ServiceName: "payment-service" },
  },
});

/** The traffic stack alone, with words in the place of what the other stacks know. */
export function trafficStack(deployment: Deployment): Template {
  return drawnStack("traffic", (app) => {
    const { traffic, overview } = designOf(deployment);
    new TrafficStack(app, traffic, {
      overview,
      names: { zoneId: "public" },
      sites: { a: { privateZoneId: "private-a" }, b: { privateZoneId: "private-b" } },
      cells: cellsOf(deployment).flatMap(({ id }) => [cellAtSite(id, "a"), cellAtSite(id, "b")]),
    });
  });
}
