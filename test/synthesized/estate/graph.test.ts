import { resourceGraph } from "../../../synthesized/estate/graph";
import { writtenTemplate } from "../written-template";

const site = writtenTemplate({
  stack: "site-a",
  resource: { aws_ec2_transit_gateway: { hub: {} }, aws_subnet: { one: { vpc_id: "${aws_vpc.gone.id}" } } },
  parts: { output: { "cross-stack-output-hub": { value: "${aws_ec2_transit_gateway.hub.id}" } } },
});
const interconnect = writtenTemplate({
  stack: "interconnect",
  resource: {
    aws_ec2_transit_gateway_peering_attachment: {
      peering: { transit_gateway_id: "${data.terraform_remote_state.a.outputs.cross-stack-output-hub}" },
    },
  },
  data: { terraform_remote_state: { a: { backend: "local", config: { path: "../site-a.tfstate" } } } },
});

describe("resourceGraph", () => {
  test("follows a reference into the stack whose state is read", () => {
    expect(resourceGraph([site, interconnect]).edges).toContainEqual({
      from: "interconnect:aws_ec2_transit_gateway_peering_attachment.peering",
      to: "site-a:aws_ec2_transit_gateway.hub",
      attribute: "id",
    });
  });

  test("names a reference to what is not there", () => {
    expect(resourceGraph([site, interconnect]).dangling).toEqual([{ from: "site-a:aws_subnet.one", to: "site-a:aws_vpc.gone" }]);
  });

  test("does not follow into a stack that is not given", () => {
    expect(resourceGraph([interconnect]).edges.map((edge) => edge.to)).toEqual(["interconnect:data.terraform_remote_state.a"]);
  });
});
