import { isObject, type Json } from "../../synthesized/json";
import { referencesIn } from "../../synthesized/reference";
import { type Block, resourcesOf, type Template } from "../../synthesized/template";

/** What is out of order, each as it is called in the template: a health check by its Name tag, a load balancer by its address. */
export type Unwell = readonly string[];

/**
 * What Route 53 may answer for a name in a zone, by its documented rules: a record is well when its
 * health check is and, where it looks at its target, when that is; of several records those that are
 * well are answered, and all of them when none is
 * (Route53/latest/DeveloperGuide/health-checks-how-route-53-chooses-records, read 2026-11-25).
 */
export function answersTo(
  template: Template,
  { zone, name }: { readonly zone: string; readonly name: string },
  unwell: Unwell,
): readonly string[] {
  const records = recordsOf(template, zone, name);
  if (records.length === 0) throw new Error(`${zone} has no records of ${name}`);
  const well = records.filter((record) => isWell(template, record, unwell));
  const chosen = (well.length === 0 ? records : well).flatMap((record) => {
    const target = targetOf(template, record);
    return target.inZone ? answersTo(template, { zone, name: target.name }, unwell) : [target.name];
  });
  return [...new Set(chosen)].toSorted();
}

export function recordsOf(template: Template, zone: string, name: string): readonly Block[] {
  return resourcesOf(template, "aws_route53_record").filter(
    ({ attributes }) => attributes["zone_id"] === zone && attributes["name"] === name,
  );
}

/** The Name tag of the health check that a record hangs on, if any. */
export function checkOf(template: Template, { attributes }: Block): string | undefined {
  const [reference] = referencesIn(attributes["health_check_id"] ?? null);
  if (reference === undefined) return undefined;
  const tags = blockAt(template, reference.address).attributes["tags"];
  return isObject(tags) ? String(tags["Name"]) : undefined;
}

function isWell(template: Template, record: Block, unwell: Unwell): boolean {
  const check = checkOf(template, record);
  if (check !== undefined && unwell.includes(check)) return false;
  const target = targetOf(template, record);
  if (!target.looksAtHealth) return true;
  if (!target.inZone) return !unwell.includes(target.name);
  return recordsOf(template, target.zone, target.name).some((next) => isWell(template, next, unwell));
}

function targetOf(template: Template, { attributes }: Block) {
  const alias = attributes["alias"];
  if (!isObject(alias)) throw new Error(`${String(attributes["name"])} is no alias`);
  const zone = String(attributes["zone_id"]);
  return {
    name: textOf(template, alias["name"] ?? null),
    zone,
    inZone: alias["zone_id"] === zone,
    looksAtHealth: alias["evaluate_target_health"] === true,
  };
}

/** A text, or the name of the record that it refers to. */
function textOf(template: Template, value: Json): string {
  const [reference] = referencesIn(value);
  return reference === undefined ? String(value) : String(blockAt(template, reference.address).attributes["name"]);
}

function blockAt({ resources }: Template, address: string): Block {
  const found = resources.find((block) => block.address === address);
  if (found === undefined) throw new Error(`nothing is at ${address}`);
  return found;
}
