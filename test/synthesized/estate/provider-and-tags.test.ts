import { estateOf } from "../../../synthesized/estate/estate";
import { accountOf, regionOf } from "../../../synthesized/estate/provider";
import type { StackBlock } from "../../../synthesized/estate/stack-block";
import { tagsOf } from "../../../synthesized/estate/tags";
import type { JsonObject } from "../../../synthesized/json";
import { writtenTags, writtenTemplate } from "../written-template";

function vpc(attributes: JsonObject, parts: JsonObject = {}): StackBlock {
  const template = writtenTemplate({ resource: { aws_vpc: { net: attributes } }, parts });
  const [block] = template.resources;
  if (block === undefined) throw new Error("no block");
  return { template, block };
}

test("A block has its provider's default tags under its own", () => {
  const block = vpc({ tags: { "twinsite:owner": "them", Name: "net" } });
  expect(tagsOf(estateOf([block.template]), block)).toEqual({ ...writtenTags, "twinsite:owner": "them", Name: "net" });
});

test("Tags and Region may be local values", () => {
  const locals = { tags: { Name: "net" }, region: "eu-west-1" };
  const block = vpc({ tags: "${local.tags}" }, { locals, provider: { aws: { region: "${local.region}" } } });
  const estate = estateOf([block.template]);
  expect([tagsOf(estate, block), regionOf(estate, block)]).toEqual([{ Name: "net" }, "eu-west-1"]);
});

test("A Region of the block's own goes before its provider's", () => {
  const block = vpc({ region: "us-east-1" });
  expect(regionOf(estateOf([block.template]), block)).toBe("us-east-1");
});

test("A stack that may be applied to several accounts is of none", () => {
  const [one, several] = [vpc({}), vpc({}, { provider: { aws: { allowed_account_ids: ["1", "2"] } } })];
  expect([accountOf(one.template), accountOf(several.template)]).toEqual(["111122223333", undefined]);
});
