import type { Deployment, SiteName } from "../../config/deployment";
import { prefixOf, siteNameOf } from "../foundation/naming";
import { type CheckAlarm, checkAlarm } from "./cell-health";

/** What takes a site out of all answers by hand: a switch per site, in a cluster of five Regions that needs three. */
export interface SiteSwitchesDesign {
  readonly cluster: string;
  readonly controlPanel: string;
  readonly switches: readonly SiteSwitchDesign[];
  /** Refuses what would switch the last site off. */
  readonly oneStaysOn: SafetyRuleDesign;
}

export interface SiteSwitchDesign {
  readonly site: SiteName;
  readonly name: string;
  readonly alarm: CheckAlarm;
}

export interface SafetyRuleDesign {
  readonly name: string;
  /** Switches that stay on. */
  readonly atLeast: number;
  /** Time for which the rule refuses the next change after one, so that nothing flaps. ARC's own default. */
  readonly waitMilliseconds: number;
}

export function siteSwitches(deployment: Deployment): SiteSwitchesDesign {
  return {
    cluster: `${prefixOf(deployment)}-switches`,
    controlPanel: `${prefixOf(deployment)}-sites`,
    switches: (["a", "b"] as const).map((site) => ({
      site,
      name: siteNameOf(deployment, site, "takes-payments"),
      alarm: checkAlarm({
        id: `site-${site}-alarm`,
        runbook: "routing-controls",
        name: siteNameOf(deployment, site, "switched-off"),
        description: `Site ${site} is switched off: names lead to the other site alone. New switches are off until someone switches them on`,
      }),
    })),
    oneStaysOn: { name: `${prefixOf(deployment)}-one-site-stays-on`, atLeast: 1, waitMilliseconds: 5000 },
  };
}
