import { z } from "zod";
import { lastingPlan, offlinePlanFiles } from "../../../cli/terraform/offline-plan";
import { parseTemplate, type Template } from "../../../synthesized/template";

const overrideSchema = z.object({
  terraform: z.object({ backend: z.record(z.string(), z.unknown()) }),
  provider: z.object({ aws: z.array(z.record(z.string(), z.unknown())) }),
  data: z.object({ terraform_remote_state: z.record(z.string(), z.unknown()) }).optional(),
});
const stateSchema = z.object({ outputs: z.record(z.string(), z.object({ value: z.string() })) });

function overrideOf(template: Template): z.infer<typeof overrideSchema> {
  return overrideSchema.parse(JSON.parse(offlinePlanFiles(template, [])["zz_override.tf.json"]));
}

const twoProviders = parseTemplate(
  JSON.stringify({
    terraform: { backend: { s3: { bucket: "state" } } },
    provider: {
      aws: [
        { region: "eu-north-1", alias: "a", allowed_account_ids: ["111122223333"] },
        { region: "eu-central-1", alias: "b" },
      ],
    },
  }),
  "interconnect",
);

test("every AWS provider of a stack gets fake keys under its own alias and asks AWS nothing", () => {
  expect(overrideOf(twoProviders).provider.aws).toEqual([
    expect.objectContaining({ alias: "a", access_key: "offline", skip_credentials_validation: true, allowed_account_ids: null }),
    expect.objectContaining({ alias: "b", skip_requesting_account_id: true, skip_metadata_api_check: true }),
  ]);
});

test("a provider without an alias stays without one", () => {
  const template = parseTemplate(JSON.stringify({ provider: { aws: [{ region: "eu-north-1" }] } }), "site-a");
  expect(overrideOf(template).provider.aws.map((provider) => Object.keys(provider))).toEqual([
    expect.not.arrayContaining(["alias", "region"]),
  ]);
});

test("the state is a file, whatever the template's backend is", () => {
  expect(overrideOf(twoProviders).terraform.backend).toEqual({ local: { path: "offline.tfstate" } });
});

const reader = parseTemplate(
  JSON.stringify({
    data: { terraform_remote_state: { "cross-site-a": { backend: "s3", config: { bucket: "state", key: "site-a" } } } },
    resource: {
      aws_ec2_transit_gateway_peering_attachment: {
        peering: {
          transit_gateway_id: "${data.terraform_remote_state.cross-site-a.outputs.gateway}",
          peer_region: "${data.terraform_remote_state.cross-site-a.outputs.region}",
        },
      },
    },
  }),
  "interconnect",
);

test("a state that is read from elsewhere becomes a file with the outputs that are read", () => {
  const siteA = parseTemplate(
    JSON.stringify({
      output: { gateway: { value: "${aws_ec2_transit_gateway.core.id}" }, region: { value: "eu-north-1" }, unread: { value: "x" } },
    }),
    "site-a",
  );
  const files = offlinePlanFiles(reader, [siteA]);
  expect(overrideOf(reader).data).toEqual({
    terraform_remote_state: { "cross-site-a": { backend: "local", config: { path: "upstream/cross-site-a.tfstate" } } },
  });
  expect(stateSchema.parse(JSON.parse(files["upstream/cross-site-a.tfstate"] ?? "")).outputs).toEqual({
    gateway: { value: "tgw-0123456789abcdef0" },
    region: { value: "eu-north-1" },
  });
});

test.each([
  ["cross-stack-output-aws_ec2_transit_gatewaycore_gatewayid", "tgw-0123456789abcdef0"],
  ["cross-stack-output-aws_ec2_transit_gateway_route_tabletrustid", "tgw-rtb-0123456789abcdef0"],
  ["cross-stack-output-aws_vpcnetworkid", "vpc-0123456789abcdef0"],
  ["cross-stack-output-aws_kms_keyledgerarn", "arn:aws:kms:eu-north-1:123456789012:key/01234567-89ab-cdef-0123-456789abcdef"],
])("the output %s has the form of what it names", (output, value) => {
  const template = parseTemplate(
    JSON.stringify({
      data: { terraform_remote_state: { up: { backend: "s3" } } },
      resource: { aws_x_y: { z: { id: `\${data.terraform_remote_state.up.outputs.${output}}` } } },
    }),
    "interconnect",
  );
  const state = stateSchema.parse(JSON.parse(offlinePlanFiles(template, [])["upstream/up.tfstate"] ?? ""));
  expect(state.outputs[output]?.value).toBe(value);
});

test("a plan loses the moment it was made at, a list in no order, and nothing else", () => {
  expect(
    lastingPlan({
      format_version: "1.2",
      timestamp: "2026-11-23T00:00:00Z",
      relevant_attributes: [],
      resource_changes: [{ timestamp: "kept" }],
    }),
  ).toEqual({
    format_version: "1.2",
    resource_changes: [{ timestamp: "kept" }],
  });
});
