import { LbListener } from "@cdktf/provider-aws/lib/lb-listener";
import { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group";
import type { App } from "cdktf";
import type { Deployment, SiteName } from "../../config/deployment";
import { PaymentTasks } from "../../constructs/cell/payment-tasks";
import { paymentTasksDesign } from "../../design/cell/payment-tasks";
import { onCallTopicArn } from "../../design/foundation/naming";
import { cellsOf } from "../../design/layout/capacity";
import { siteDesign } from "../../design/site/site";
import { FoundationStack } from "../../stacks/foundation";
import type { Template } from "../../synthesized/template";
import { drawnStack } from "./drawn-stacks";

/** The payment service of the first cell, alone in a stack, behind a load balancer that is only named. */
function drawPaymentTasks(app: App, deployment: Deployment, site: SiteName): void {
  const [cell] = cellsOf(deployment);
  if (cell === undefined) throw new Error("the deployment has no cell");
  const stack = new FoundationStack(app, siteDesign(deployment, site));
  const { region } = deployment.sites[site];
  const group = new LbTargetGroup(stack, "targets", { name: "targets", port: 8443, protocol: "HTTPS", targetType: "ip", vpcId: "vpc-1" });
  const listener = new LbListener(stack, "listener", {
    loadBalancerArn: `arn:aws:elasticloadbalancing:${region}:${deployment.accounts.payments}:loadbalancer/app/front/0123456789abcdef`,
    port: 443,
    defaultAction: [{ type: "forward", targetGroupArn: group.arn }],
  });
  new PaymentTasks(stack, "tasks", {
    design: paymentTasksDesign(deployment, site, cell),
    subnetIds: ["subnet-1", "subnet-2", "subnet-3"],
    securityGroupId: "sg-1",
    targetGroups: [{ arn: group.arn, port: 8443 }],
    listeners: [listener],
    ledgerEndpoints: { LEDGER_ENDPOINT: "ledger.dsql.example" },
    ledgerAccess: {
      engine: "dsql",
      clusterArn: `arn:aws:dsql:${region}:${deployment.accounts.payments}:cluster/ledger`,
      vpcId: "vpc-1",
    },
    onCallTopicArn: onCallTopicArn(deployment, region),
  });
}

export function paymentTasksTemplate(deployment: Deployment, site: SiteName): Template {
  return drawnStack(siteDesign(deployment, site).name, (app) => drawPaymentTasks(app, deployment, site));
}
