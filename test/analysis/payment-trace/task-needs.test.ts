import { tracePayments } from "../../../analysis/payment-trace/trace";
import { estateOf } from "../../../synthesized/estate/estate";
import { isObject, type Json, type JsonObject } from "../../../synthesized/json";
import { synthesizedSweden } from "../../sample-output";
import { type Edit, edited, editingList, removed, replacingText, resourceNamed, setting } from "../edited-template";

const templates = synthesizedSweden();

type Change = readonly [stack: string, type: string, start: string, edit: Edit];

/** The steps of site A that are not found once one resource is edited. */
function broken([stack, type, start, edit]: Change): readonly string[] {
  const template = templates.get(stack);
  if (template === undefined) throw new Error(`${stack} was not synthesized`);
  const spoilt = edited(template, { [resourceNamed(template, type, start).address]: edit });
  const { traces } = tracePayments(estateOf([...templates.values()].map((one) => (one.stack === stack ? spoilt : one))));
  const steps = traces.filter(({ site }) => site === "site-a").flatMap((trace) => trace.steps);
  return [...new Set(steps.filter(({ state }) => state !== "found").map(({ kind, state }) => `${kind} ${state}`))];
}

const told = (from: string, to: string): Change => ["cell-01-a", "aws_ecs_task_definition", "payment-service", replacingText(from, to)];
const allowed = (from: string, to: string): Change => [
  "cell-01-a",
  "aws_iam_role_policy",
  "payment-service_roles_task-permissions",
  replacingText(from, to),
];
const trusted = (from: string, to: string): Change => ["cell-01-a", "aws_iam_role", "payment-service_roles_task", replacingText(from, to)];
const door = (edit: Edit): Change => ["ledger-01-a", "aws_vpc_endpoint", "door", edit];

describe("what the tasks are told is followed, and breaks the step that it is about", () => {
  test.each<[string, Change, readonly string[]]>([
    [
      "another port to listen on",
      told(String.raw`LISTEN_PORT\",\"value\":\"8443`, String.raw`LISTEN_PORT\",\"value\":\"9999`),
      ["task missing"],
    ],
    ["a privileged container", told(String.raw`\"privileged\":false`, String.raw`\"privileged\":true`), ["task unreadable"]],
    ["no port to listen on", told(String.raw`{\"name\":\"LISTEN_PORT\",\"value\":\"8443\"},`, ""), ["task missing"]],
    ["another path for checkers", told("/health/deep", "/health/other"), ["task missing"]],
    ["another path for load balancers", told("/health/ready", "/health/other"), ["task missing"]],
    ["another site's name", told(String.raw`SITE\",\"value\":\"site-a`, String.raw`SITE\",\"value\":\"site-b`), ["task missing"]],
    ["another cell's name", told(String.raw`CELL\",\"value\":\"01`, String.raw`CELL\",\"value\":\"02`), ["task missing"]],
    ["a variable that nobody knows", told(String.raw`\"name\":\"CELL\"`, String.raw`\"name\":\"SHARD\"`), ["task missing"]],
    [
      "another engine",
      told(String.raw`LEDGER_ENGINE\",\"value\":\"dsql`, String.raw`LEDGER_ENGINE\",\"value\":\"auroraGlobal`),
      ["ledger missing"],
    ],
    ["the ledger's name of another Region", told(".eu-north-1.on.aws", ".eu-central-1.on.aws"), ["ledger missing"]],
    ["a key that is not there", told("alias/twinsite-sweden-ledger-fields", "alias/twinsite-sweden-nothing"), ["key missing"]],
    [
      "a key for hashes where fields are encrypted",
      told("alias/twinsite-sweden-ledger-fields", "alias/twinsite-sweden-pan-hashes"),
      ["role missing"],
    ],
    ["a secret that is not there", told("payment-service/clearing-credentials", "payment-service/nothing"), ["role missing"]],
    ["a bucket that is not there", told("twinsite-sweden-journals", "twinsite-sweden-nothing"), ["role missing"]],
    ["no bucket at all", told("RECONCILIATION_BUCKET", "RECONCILIATION_FILES"), ["task unreadable", "role missing"]],
    [
      "another namespace for metrics",
      told(String.raw`twinsite/sweden/payment-service\"},{\"name\":\"PAN`, String.raw`twinsite/other\"},{\"name\":\"PAN`),
      ["role missing"],
    ],
    ["an image of a public registry", told("111122223333.dkr.ecr.eu-north-1.amazonaws.com", "public.ecr.aws"), ["task missing"]],
    [
      "another program than the image's",
      told(String.raw`\"essential\":true`, String.raw`\"essential\":true,\"command\":[\"sleep\"]`),
      ["task unreadable"],
    ],
  ])("%s", (_, change, expected) => {
    expect(new Set(broken(change).filter((step) => expected.includes(step)))).toEqual(new Set(expected));
  });
});

describe("what the role may do has to be what is declared", () => {
  test.each<[string, Change, readonly string[]]>([
    [
      "without decryption of fields",
      allowed(String.raw`[\"kms:Decrypt\",\"kms:DescribeKey\",\"kms:Encrypt\"`, String.raw`[\"kms:DescribeKey\",\"kms:Encrypt\"`),
      ["key missing"],
    ],
    ["in another Region", allowed("arn:aws:kms:eu-north-1", "arn:aws:kms:us-east-1"), ["role missing", "key missing"]],
    [
      "with a deny",
      allowed(String.raw`\"Statement\":[`, String.raw`\"Statement\":[{\"Effect\":\"Deny\",\"Action\":\"kms:Decrypt\",\"Resource\":\"*\"},`),
      ["role missing", "key missing"],
    ],
    [
      "by what it is not about",
      allowed(String.raw`\"Action\":[\"secretsmanager:DescribeSecret`, String.raw`\"NotAction\":[\"secretsmanager:DescribeSecret`),
      ["role unreadable", "key unreadable"],
    ],
    ["on another secret", allowed("payment-service/clearing-credentials-", "payment-service/other-"), ["role missing"]],
    [
      "under a boundary that nobody can read",
      [
        "cell-01-a",
        "aws_iam_role",
        "payment-service_roles_task",
        setting({ permissions_boundary: "arn:aws:iam::aws:policy/ReadOnlyAccess" }),
      ],
      ["role unreadable", "key unreadable"],
    ],
    [
      "for everybody",
      trusted(
        String.raw`\"Statement\":[`,
        String.raw`\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"*\"},\"Action\":\"sts:AssumeRole\"},`,
      ),
      ["role missing"],
    ],
    [
      "for tasks of every account",
      trusted(String.raw`\"aws:SourceAccount\":\"111122223333\"`, String.raw`\"aws:SourceAccount\":\"000000000000\"`),
      ["role missing"],
    ],
  ])("%s", (_, change, expected) => {
    expect(broken(change)).toEqual(expected);
  });
});

describe("keys, secrets and doors let the payment through, and nobody else", () => {
  test.each<[string, Change, readonly string[]]>([
    ["the ledger's key is disabled", ["ledger-01-a", "aws_kms_key", "ledger", setting({ is_enabled: false })], ["key missing"]],
    ["the fields' key is disabled", ["shared", "aws_kms_key", "ledger-fields", setting({ is_enabled: false })], ["key missing"]],
    ["the log's key is disabled", ["cell-01-a", "aws_kms_key", "payment-service_logs", setting({ is_enabled: false })], ["log missing"]],
    ["the images' key is disabled", ["site-a", "aws_kms_key", "images", setting({ is_enabled: false })], ["task missing"]],
    ["the cluster has no capacity", ["cell-01-a", "aws_ecs_cluster_capacity_providers", "payment-service", removed], ["task missing"]],
    ["the door has no private DNS", door(setting({ private_dns_enabled: false })), ["endpoint missing"]],
    [
      "the door is for every role",
      door(
        replacingText(
          String.raw`,\"Condition\":{\"ArnEquals\":{\"aws:PrincipalArn\":\"arn:aws:iam::111122223333:role/twinsite-sweden-site-a-cell-01-payment-service\"}}`,
          "",
        ),
      ),
      ["endpoint missing"],
    ],
    ["the door is for more than connecting", door(replacingText("dsql:DbConnect", "dsql:*")), ["endpoint missing"]],
    [
      "tasks stand in two of three zones",
      [
        "cell-01-a",
        "aws_ecs_service",
        "payment-service",
        (attributes) => ({
          ...attributes,
          network_configuration: editingList("subnets", (subnets) => subnets.slice(1))(blockOf(attributes["network_configuration"])) ?? {},
        }),
      ],
      ["task missing"],
    ],
    [
      "two subnets are in one zone",
      ["site-a", "aws_subnet", "network_cde-1", setting({ availability_zone_id: "eun1-az2" })],
      ["task missing"],
    ],
  ])("%s", (_, change, expected) => {
    expect(broken(change)).toEqual(expected);
  });
});

function blockOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}
