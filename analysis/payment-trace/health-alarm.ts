import { numberAt, textAt } from "../../synthesized/attributes";
import { type StackBlock, textOf } from "../../synthesized/estate/stack-block";
import type { JsonObject } from "../../synthesized/json";
import type { Payment } from "./payment";
import { placeOf } from "./place";

/**
 * Why an alarm says nothing of whether payments go through a load balancer with fixed addresses;
 * none, where it breaches when none of its targets is well, or when nobody tells
 * (elasticloadbalancing/latest/network/load-balancer-cloudwatch-metrics, from memory).
 */
export function whyDeaf({ block }: StackBlock): string | undefined {
  const { attributes } = block;
  return whyOtherMetric(attributes) ?? whyNeverHeard(attributes);
}

function whyOtherMetric(attributes: JsonObject): string | undefined {
  const [namespace, metric, statistic] = ["namespace", "metric_name", "statistic"].map((key) => textAt(attributes, key));
  if (namespace !== "AWS/NetworkELB" || metric !== "HealthyHostCount") return `watches ${namespace ?? "?"} ${metric ?? "?"}`;
  // One zone's node without a healthy target is not the whole: only the most of them says that there is none.
  return statistic === "Maximum" ? undefined : `takes the ${statistic ?? "?"} of healthy targets`;
}

/** It has to breach at no healthy target and not at one, in whichever of the two ways that can be written. */
function whyNeverHeard(attributes: JsonObject): string | undefined {
  const comparison = textAt(attributes, "comparison_operator") ?? "?";
  const threshold = numberAt(attributes, "threshold") ?? 0;
  const breachesAtNoneOnly =
    comparison === "LessThanThreshold" ? threshold > 0 && threshold <= 1 : comparison === "LessThanOrEqualToThreshold" && threshold === 0;
  if (!breachesAtNoneOnly) return `does not breach where no target is healthy, and only there (${comparison} ${threshold})`;
  return textAt(attributes, "treat_missing_data") === "breaching" ? undefined : "takes silence for health";
}

/** Why a health check does not hear its alarm; none, where it looks in the alarm's Region and takes silence for trouble. */
export function whyUnheard(health: StackBlock, alarm: StackBlock, payment: Pick<Payment, "estate">): string | undefined {
  const elsewhere = whyElsewhere(health, alarm, payment);
  if (elsewhere !== undefined) return elsewhere;
  const silence = textAt(health.block.attributes, "insufficient_data_health_status");
  return silence === "Unhealthy" ? undefined : `may have no data, which ${textOf(health)} takes for ${silence ?? "what it was last"}`;
}

/** Why a health check looks for its alarm where it is not. */
export function whyElsewhere({ block, ...health }: StackBlock, alarm: StackBlock, { estate }: Pick<Payment, "estate">): string | undefined {
  const [asked, at] = [textAt(block.attributes, "cloudwatch_alarm_region"), placeOf(estate, alarm)];
  return asked === at && at !== undefined
    ? undefined
    : `is in ${at ?? "a Region that nobody can tell"}, and ${textOf({ block, ...health })} looks in ${asked ?? "none"}`;
}

/** Why an alarm does not say that a copy of a ledger is too far behind; none, where it does. */
export function whyDeafToLag({ block }: StackBlock): string | undefined {
  const { attributes } = block;
  if (textAt(attributes, "namespace") !== "AWS/RDS") return `watches ${textAt(attributes, "namespace") ?? "?"}`;
  if (textAt(attributes, "statistic") !== "Maximum") return `takes the ${textAt(attributes, "statistic") ?? "?"} of the lag`;
  if (textAt(attributes, "treat_missing_data") === "breaching") return "takes the primary, which is behind nobody, for behind";
  const comparison = textAt(attributes, "comparison_operator") ?? "?";
  const isAbove = comparison === "GreaterThanThreshold" || comparison === "GreaterThanOrEqualToThreshold";
  return isAbove && (numberAt(attributes, "threshold") ?? 0) > 0
    ? undefined
    : `breaches ${comparison} ${numberAt(attributes, "threshold") ?? "?"}`;
}
