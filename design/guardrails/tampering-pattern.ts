import type { Deployment } from "../../config/deployment";
import type { Meant, ParameterTest, Tampering } from "../../facts/tampering/tampering";
import { evidenceBuckets, onCallTopicArn, prefixOf } from "../foundation/naming";
import { breakGlassBounds } from "../protection/break-glass";
import { toldCalls } from "../protection/tampering";

/** EventBridge's form of one value in an event: the value itself, or a comparison. */
type Comparison = string | boolean | { readonly prefix: string } | { readonly numeric: readonly [string, number] };

/** The pattern that finds such calls among what the trail gives EventBridge, as JSON. */
export function tamperingPattern(deployment: Deployment, region: string, one: Tampering): string {
  const { eventSource } = one;
  const [service = eventSource] = eventSource.split(".");
  return JSON.stringify({
    source: [`aws.${service}`],
    "detail-type": ["AWS API Call via CloudTrail"],
    detail: { eventSource: [eventSource], eventName: toldCalls(one), ...requestPattern(deployment, region, one.only) },
  });
}

function requestPattern(deployment: Deployment, region: string, only: Tampering["only"]): object {
  if (only === "every") return {};
  const tests = only.map(({ path, is }) => parameterPattern(path, comparisons(deployment, region, is)));
  const [first, ...others] = tests;
  return others.length === 0 ? { ...first } : { $or: tests };
}

function parameterPattern(path: ParameterTest["path"], found: readonly Comparison[]): object {
  return ["requestParameters", ...path].reduceRight<object>((inner, key) => ({ [key]: inner }), found);
}

function comparisons(deployment: Deployment, region: string, is: Meant): readonly Comparison[] {
  if (typeof is === "object") return [{ numeric: ["<", is.below] }];
  switch (is) {
    case "anOwnName":
      return [{ prefix: `${prefixOf(deployment)}-` }];
    case "anEvidenceBucket":
      return evidenceBuckets(deployment).map((prefix) => ({ prefix }));
    case "theOnCallTopic":
      return [{ prefix: onCallTopicArn(deployment, region) }];
    case "theBreakGlassRole":
      return [breakGlassBounds(deployment).role];
    case "theBreakGlassBoundary":
      return [breakGlassBounds(deployment).boundaryArn];
    case "false":
      return [false];
  }
}
