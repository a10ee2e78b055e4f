import { siteDesign } from "../../design/site/site";
import { textAt } from "../../synthesized/attributes";
import { estateOf } from "../../synthesized/estate/estate";
import { follow } from "../../synthesized/estate/follow";
import { blocksOfType, isSame, type StackBlock } from "../../synthesized/estate/stack-block";
import type { Template } from "../../synthesized/template";
import { type Edit, edited, removed, resourceNamed, setting } from "../analysis/edited-template";
import { synthesizedSweden } from "../sample-output";
import { sweden } from "../sweden";

const stacks = synthesizedSweden();

/**
 * What a resolver that checks signatures makes of a private answer, which has none (RFC 4035 5.2):
 * `insecure` where the signed zone above proves a delegation without a DS record (RFC 6840 4.4), and
 * so the answer is taken; `bogus` where it proves that nothing is there, and so SERVFAIL.
 */
type Trust = "insecure" | "bogus" | "unsigned";

/** From the zone that the zone above vouches for, label by label down to the name. */
function trustIn(templates: readonly Template[], name: string): Trust {
  const estate = estateOf(templates);
  const zoneOf = (block: StackBlock): StackBlock | undefined => follow(estate, block, "zone_id");
  const signed = blocksOfType(estate, "aws_route53_hosted_zone_dnssec").flatMap((signing) => {
    const key = follow(estate, signing, "hosted_zone_id");
    const zone = key?.block.type === "aws_route53_key_signing_key" ? follow(estate, key, "hosted_zone_id") : key;
    return zone !== undefined && textAt(signing.block.attributes, "signing_status") === "SIGNING" ? [zone] : [];
  });
  const top = signed.find(({ block }) => name.endsWith(`.${textAt(block.attributes, "name")}`));
  if (top === undefined) return "unsigned";
  const records = blocksOfType(estate, "aws_route53_record").filter((record) => isSame(zoneOf(record), top));
  const at = (label: string, type: string): boolean =>
    records.some(({ block: { attributes } }) => textAt(attributes, "name") === label && textAt(attributes, "type") === type);
  const cuts = labelsBetween(textAt(top.block.attributes, "name") ?? "", name).filter((label) => at(label, "NS"));
  return cuts.some((label) => !at(label, "DS")) ? "insecure" : "bogus";
}

/** Names from below a zone down to a name, the nearest to the zone first. */
function labelsBetween(zone: string, name: string): readonly string[] {
  const labels = name.slice(0, -zone.length - 1).split(".");
  return labels.map((_, index) => `${labels.slice(labels.length - 1 - index).join(".")}.${zone}`);
}

const all = [...stacks.values()];
const privateNames = blocksOfType(estateOf(all), "aws_route53_record").flatMap((record) => {
  const zone = follow(estateOf(all), record, "zone_id");
  return zone?.block.attributes["vpc"] === undefined ? [] : (textAt(record.block.attributes, "name") ?? []);
});

function names(): Template {
  const found = stacks.get("names");
  if (found === undefined) throw new Error("names was not synthesized");
  return found;
}

function edit(type: string, start: string, change: Edit): readonly Template[] {
  const spoilt = edited(names(), { [resourceNamed(names(), type, start).address]: change });
  return all.map((template) => (template.stack === "names" ? spoilt : template));
}

test("a resolver that checks signatures takes every private name for unsigned, with the DS record of the zone above", () => {
  expect(privateNames).toContain("api.line.pay.bank.example");
  expect(privateNames).toContain("nordbank.line.pay.bank.example");
  expect(privateNames).toContain("cell-01-twin.line.pay.bank.example");
  expect(privateNames.map((name) => [name, trustIn(all, name)])).toEqual(privateNames.map((name) => [name, "insecure"]));
});

test("without the delegation, or with a DS record that no private zone answers for, it refuses them", () => {
  const name = "api.line.pay.bank.example";
  expect(trustIn(edit("aws_route53_record", "private-names_delegation", removed), name)).toBe("bogus");
  expect(trustIn(edit("aws_route53_record", "private-names_delegation", setting({ type: "DS" })), name)).toBe("bogus");
  expect(trustIn(edit("aws_route53_record", "private-names_delegation", setting({ name: "other.pay.bank.example" })), name)).toBe("bogus");
});

test("the delegation leads to a public zone of that name which answers no private name and validates the certificate", () => {
  const estate = estateOf([names()]);
  const delegation = resourceNamed(names(), "aws_route53_record", "private-names_delegation");
  const zone = resourceNamed(names(), "aws_route53_zone", "private-names_zone");
  expect(delegation.attributes).toMatchObject({
    name: siteDesign(sweden(), "a").privateZone.name,
    records: `\${${zone.address}.name_servers}`,
  });
  expect(zone.attributes).toMatchObject({ name: "line.pay.bank.example", force_destroy: false, lifecycle: { prevent_destroy: true } });
  const inside = blocksOfType(estate, "aws_route53_record").filter(
    (record) => follow(estate, record, "zone_id")?.block.address === zone.address,
  );
  expect(inside.map(({ block }) => block.name.replace(/_[0-9A-F]{8}$/, ""))).toEqual(["certificates_validation-private"]);
});
