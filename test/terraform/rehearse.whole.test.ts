import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import type { JsonObject } from "../../synthesized/json";
import { type WrittenStack, writeOutput } from "../cli/temporary";
import { twinsite } from "../cli/twinsite";
import { writtenEvidence } from "../synthesized/written-template";
import { skipWithoutTerraform } from "./terraform-plans";

const folder = mkdtempSync(join(tmpdir(), "twinsite-rehearse-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const place = (name: string, region: string): JsonObject => ({ bucket: "state", key: name, region });

interface Document {
  readonly resource: JsonObject;
  readonly data?: JsonObject;
  readonly output?: JsonObject;
}

function stack(name: string, region: string, { resource, data, output = {} }: Document): WrittenStack {
  const template = {
    terraform: {
      backend: { s3: place(name, region) },
      required_providers: { aws: { source: "aws", version: "5.100.0" } },
    },
    provider: { aws: [{ region, allowed_account_ids: ["111122223333"] }] },
    resource,
    ...(data === undefined ? {} : { data }),
    output: { twinsite_evidence: { value: writtenEvidence(name) }, ...output },
  };
  return { template, dependencies: data === undefined ? [] : ["site-a"] };
}

/** A protected topic, and a firewall whose endpoint is found by its subnet: what a plan leaves unknown. */
const siteA = stack("site-a", "eu-north-1", {
  resource: {
    aws_sns_topic: { x: { name: "on-call", lifecycle: { prevent_destroy: true } } },
    aws_vpc: { x: { cidr_block: "10.0.0.0/16" } },
    aws_subnet: {
      one: { vpc_id: "${aws_vpc.x.id}", cidr_block: "10.0.0.0/24" },
      two: { vpc_id: "${aws_vpc.x.id}", cidr_block: "10.0.1.0/24" },
    },
    aws_networkfirewall_firewall: {
      x: {
        name: "x",
        vpc_id: "${aws_vpc.x.id}",
        firewall_policy_arn: "arn:aws:network-firewall:eu-north-1:111122223333:firewall-policy/x",
        subnet_mapping: [{ subnet_id: "${aws_subnet.one.id}" }, { subnet_id: "${aws_subnet.two.id}" }],
      },
    },
  },
  output: {
    topic: { value: "${aws_sns_topic.x.arn}", sensitive: true },
    endpoint: {
      value:
        "${one(flatten([for state in aws_networkfirewall_firewall.x.firewall_status[0].sync_states : [for attachment in state.attachment : attachment.endpoint_id if attachment.subnet_id == aws_subnet.two.id]]))}",
      sensitive: true,
    },
  },
});

/** Its conditions hold only on what the first stack's apply gave. */
const reader = (name: string, region: string): WrittenStack =>
  stack(name, region, {
    data: { terraform_remote_state: { a: { backend: "s3", config: place("site-a", "eu-north-1") } } },
    resource: {
      aws_cloudwatch_metric_alarm: {
        x: {
          alarm_name: "x",
          comparison_operator: "LessThanThreshold",
          evaluation_periods: 1,
          alarm_actions: ["${data.terraform_remote_state.a.outputs.topic}"],
          alarm_description: "${data.terraform_remote_state.a.outputs.endpoint}",
          lifecycle: {
            postcondition: [
              {
                condition:
                  '${startswith(self.alarm_description, "vpce-") && self.alarm_actions == toset(["arn:aws:sns:eu-north-1:111122223333:on-call"])}',
                error_message: "The alarm does not lead to site-a.",
              },
            ],
          },
        },
      },
    },
  });

writeOutput(join(folder, "cdktf.out"), {
  "site-a": siteA,
  "site-b": reader("site-b", "eu-central-1"),
  both: reader("both", "eu-west-1"),
});

const problem = z.object({ summary: z.string(), detail: z.string() });
const row = z.object({
  stack: z.string(),
  applied: z.number().nullish(),
  fate: z.string().optional(),
  what: z.string().optional(),
  problems: z.array(problem),
});
const report = z.object({ stacks: z.array(row), without: z.array(z.object({ stacks: z.array(row) })) });

const TOOL_MISSING = 3;
const { exitCode, stdout } = twinsite(["rehearse", "--json", "--without", "a", "--in", join(folder, "cdktf.out")]);

if (exitCode === TOOL_MISSING) {
  skipWithoutTerraform(stdout);
} else {
  const { stacks, without } = report.parse(JSON.parse(stdout));
  const left = (name: string): z.infer<typeof row> | undefined => without[0]?.stacks.find(({ stack: one }) => one === name);

  test("the real Terraform applies each stack on its mock, with the outputs of those before it", () => {
    expect(stacks.map(({ stack: name, applied, problems }) => [name, applied, problems])).toEqual([
      ["site-a", 5, []],
      ["both", 1, []],
      ["site-b", 1, []],
    ]);
  });

  test("without a site, what sees both is planned again and nothing would be made or removed", () => {
    expect(left("both")).toMatchObject({
      fate: "planned",
      what: "makes and removes nothing, from recorded outputs of site-a",
      problems: [],
    });
  });

  test("without a site, the real Terraform finds no state where the other site leans on it", () => {
    expect(left("site-b")?.problems.map(({ summary }) => summary)).toContain("Unable to find remote state");
    expect(exitCode).toBe(1);
  });
}
