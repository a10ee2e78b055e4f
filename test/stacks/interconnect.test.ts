import { judgeFlows } from "../../analysis/flows/permitted-flows";
import { estateOf } from "../../synthesized/estate/estate";
import { resourcesOf, type Template } from "../../synthesized/template";
import { edited, setting } from "../analysis/edited-template";
import { synthesizedSweden } from "../sample-output";

const stacks = synthesizedSweden();
const named = (name: string): Template => {
  const template = stacks.get(name);
  if (template === undefined) throw new Error(`${name} was not synthesized`);
  return template;
};
const PEERING = "aws_ec2_transit_gateway_peering_attachment";

/** The flows of a site whose peering leaves these attributes as somebody else has them. */
function verdictIgnoring(attribute: string): string {
  const [peering] = resourcesOf(named("interconnect"), PEERING);
  const ignoring = setting({ lifecycle: { ignore_changes: [attribute] } });
  const interconnect = edited(named("interconnect"), { [peering?.address ?? ""]: ignoring });
  const others = [...stacks.values()].filter(({ stack }) => stack !== "interconnect");
  return judgeFlows(estateOf([...others, interconnect]), named("site-a")).verdict;
}

test("options that AWS adds to the peering by itself do not make it anew", () => {
  const peerings = resourcesOf(named("interconnect"), PEERING).map(({ attributes }) => attributes);
  expect(peerings).toHaveLength(1);
  expect(peerings[0]).toMatchObject({ lifecycle: { ignore_changes: ["options"] } });
  expect(peerings[0]).not.toHaveProperty("options");
});

test("the flows are known with its options left to AWS, and not with the gateway that it leads to", () => {
  expect([verdictIgnoring("options"), verdictIgnoring("peer_transit_gateway_id")]).toEqual(["met", "undetermined"]);
});
