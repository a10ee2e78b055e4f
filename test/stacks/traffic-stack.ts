import type { Deployment } from "../../config/deployment";
import { cellStackName } from "../../design/cell/cell";
import { cellsOf } from "../../design/layout/capacity";
import { trafficDesign } from "../../design/traffic/traffic";
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
});

/** The traffic stack alone, with words in the place of what the other stacks know. */
export function trafficStack(deployment: Deployment): Template {
  return drawnStack("traffic", (app) => {
    new TrafficStack(app, trafficDesign(deployment), {
      names: { zoneId: "public" },
      sites: { a: { privateZoneId: "private-a" }, b: { privateZoneId: "private-b" } },
      cells: cellsOf(deployment).flatMap(({ id }) => [cellAtSite(id, "a"), cellAtSite(id, "b")]),
    });
  });
}
