import { textAt } from "../../../synthesized/attributes";
import type { Estate } from "../../../synthesized/estate/estate";
import { regionOf } from "../../../synthesized/estate/provider";
import { blocksOfType } from "../../../synthesized/estate/stack-block";
import { resourcesOf, type Template } from "../../../synthesized/template";
import type { HumanGate } from "../human-gate";

/** A certificate's validation waits in the middle of the apply until the zone above names ours. */
export function delegationGate(template: Template): readonly HumanGate[] {
  const zone = publicZoneOf(template);
  const waits = resourcesOf(template, "aws_acm_certificate_validation").length > 0;
  return zone === undefined || !waits ? [] : [{ id: "delegation", kind: "delegation", when: "during", stands: "once", zone }];
}

/** Before clients are led anywhere, resolvers shall be able to check the answers. */
export function delegationSignerGate(estate: Estate, template: Template): readonly HumanGate[] {
  if (!leadsClients(template)) return [];
  return estate.stacks
    .filter((other) => resourcesOf(other, "aws_route53_hosted_zone_dnssec").length > 0)
    .flatMap((other): readonly HumanGate[] => {
      const zone = publicZoneOf(other);
      if (zone === undefined) return [];
      return [{ id: "ds-record", kind: "delegationSigner", when: "before", stands: "once", zone, stack: other.stack }];
    });
}

/**
 * A request to confirm is valid for two days (sns/latest/api/API_Subscribe), so this stands before the first stack that
 * waits for every guardrail, and not only before clients come.
 */
export function onCallGate(estate: Estate, template: Template): readonly HumanGate[] {
  if (delegationGate(template).length === 0) return [];
  const subscriptions = blocksOfType(estate, "aws_sns_topic_subscription").flatMap((subscription) => {
    const { attributes } = subscription.block;
    const [protocol, endpoint] = [textAt(attributes, "protocol"), textAt(attributes, "endpoint")];
    const region = regionOf(estate, subscription);
    return protocol === undefined || endpoint === undefined || region === undefined ? [] : [{ region, protocol, endpoint }];
  });
  return subscriptions.length === 0 ? [] : [{ id: "on-call", kind: "onCall", when: "before", stands: "once", subscriptions }];
}

function leadsClients(template: Template): boolean {
  return resourcesOf(template, "aws_route53_health_check").length > 0;
}

/** A zone that is bound to no network, and that no other of them is above: what is below is delegated there. */
function publicZoneOf(template: Template): string | undefined {
  const zones = resourcesOf(template, "aws_route53_zone").filter(({ attributes }) => !("vpc" in attributes));
  const names = zones.flatMap(({ attributes }) => textAt(attributes, "name") ?? []);
  return names.find((name) => !names.some((other) => name.endsWith(`.${other}`)));
}
