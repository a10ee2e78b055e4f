import { CloudwatchDashboard } from "@cdktf/provider-aws/lib/cloudwatch-dashboard";
import type { Construct } from "constructs";
import { dashboardBody, type PartValues } from "../../design/foundation/dashboard-body";
import type { DashboardDesign } from "../../design/foundation/dashboards";

export interface DashboardProps {
  readonly dashboard: DashboardDesign;
  /** Values of the dimensions of each part that the dashboard names. */
  readonly valuesOf: PartValues;
}

/** A page of graphs in CloudWatch. */
export class Dashboard extends CloudwatchDashboard {
  constructor(scope: Construct, id: string, { dashboard, valuesOf }: DashboardProps) {
    super(scope, id, { dashboardName: dashboard.name, dashboardBody: dashboardBody(dashboard, valuesOf) });
  }
}
