import { regions } from "../../../facts/regions";
import { textAt } from "../../../synthesized/attributes";
import type { Estate } from "../../../synthesized/estate/estate";
import { regionsOf } from "../../../synthesized/estate/provider";
import { roleOf } from "../../../synthesized/estate/stacks";
import { resourcesOf, type Template } from "../../../synthesized/template";
import type { HumanGate } from "../human-gate";

/** Regions that an account must ask for stand before the very first stack, since asking takes hours. */
export function regionsGate(estate: Estate, template: Template): readonly HumanGate[] {
  if (roleOf(template) !== "bootstrap") return [];
  const used = new Set(estate.stacks.flatMap(regionsOf));
  const asked = regions.filter(({ region, optIn }) => optIn === "required" && used.has(region)).map(({ region }) => region);
  return asked.length === 0 ? [] : [{ id: "regions", kind: "regions", when: "before", stands: "once", regions: asked }];
}

/** AWS makes a service's own role once per account: one that is there must be adopted, not made. */
export function serviceRolesGate(template: Template): readonly HumanGate[] {
  const roles = resourcesOf(template, "aws_iam_service_linked_role").flatMap(({ address, attributes }) => {
    const service = textAt(attributes, "aws_service_name");
    return service === undefined ? [] : [{ address, service }];
  });
  if (roles.length === 0) return [];
  return [{ id: "service-roles", kind: "serviceRoles", when: "before", stands: "once", stack: template.stack, roles }];
}
