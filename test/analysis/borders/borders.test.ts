import { type Border, judgeBorders } from "../../../analysis/borders/borders";
import type { Deployment, Link } from "../../../config/deployment";
import { draftOf } from "../../../config/draft";
import { residencyFindings } from "../../../config/faults/file/residency";
import { estateOf } from "../../../synthesized/estate/estate";
import { isObject, type Json, type JsonObject } from "../../../synthesized/json";
import { parseTemplate, type Template } from "../../../synthesized/template";
import { synthesizedSweden } from "../../sample-output";
import { sweden } from "../../sweden";
import { synthesizedDeployment } from "../../synthesized-deployment";
import { type Edits, edited, removed, replacingText, resourceNamed, setting } from "../edited-template";

const templates = synthesizedSweden();

function stack(name: string): Template {
  const found = templates.get(name);
  if (found === undefined) throw new Error(`${name} was not synthesized`);
  return found;
}

function addressIn(name: string, type: string, start: string): string {
  return resourceNamed(stack(name), type, start).address;
}

const sound = judgeBorders(estateOf([...templates.values()]));

/** Sweden's templates with one of them edited by hand. */
function withEdited(name: string, edits: Edits): readonly Template[] {
  return [...templates.values()].map((template) => (template.stack === name ? edited(template, edits) : template));
}

type Row = readonly [verdict: string, stack: string, address: string, data: string, country: string | undefined];

function rowOf({ verdict, data, country, address, ...border }: Border): Row {
  return [verdict, border.stack, address, data, country];
}

const soundRows = new Set(sound.borders.map((border) => JSON.stringify(rowOf(border))));

/** The rows that are not as Sweden has them. */
function changed(borders: readonly Border[]): readonly Row[] {
  return borders.map(rowOf).filter((row) => !soundRows.has(JSON.stringify(row)));
}

function flipped(edit: readonly Template[]): readonly Row[] {
  return changed(judgeBorders(estateOf(edit)).borders);
}

describe("where Sweden's data is", () => {
  test("is as promised, and what leaves AWS is answered for by the owner", () => {
    const others = sound.borders.filter(({ verdict }) => verdict !== "met");
    expect(sound.verdict).toBe("met");
    expect(new Set(others.map(({ verdict, where }) => `${verdict} ${where.kind}`))).toEqual(new Set(["notApplicable outsideAws"]));
  });

  test("payments are in Sweden and Germany, and the witness keeps their log in Ireland", () => {
    const countries = (data: Border["data"]): readonly (string | undefined)[] =>
      sound.borders.filter((border) => border.data === data).map(({ country }) => country);
    expect(new Set(countries("paymentData"))).toEqual(new Set(["DE", "SE"]));
    expect(new Set(countries("ledgerLog"))).toEqual(new Set(["DE", "IE", "SE"]));
    expect(sound.borders.filter(({ data, country }) => data === "ledgerLog" && country === "IE").map(({ what }) => what)).toContain(
      "witness: the ledger's log",
    );
  });

  test.each([
    ["a copy of every backup", "shared", "aws_backup_plan.backup-copies-a-to-b", "DE"],
    ["the copy of a key", "shared", "aws_kms_replica_key.ledger-fields", "DE"],
    ["the copy of a secret", "shared", "aws_secretsmanager_secret.clearing-credentials", "DE"],
    ["the log of names that are asked for", "names", "aws_cloudwatch_log_group.query-log", "US"],
    ["the key that signs the zone", "names", "aws_kms_key.signing", "US"],
    ["the archive of the trail", "guardrails-account", "aws_s3_bucket.audit_archive_trail", "IE"],
    ["images", "site-b", "aws_ecr_repository.images", "DE"],
    ["the end of a private line", "ports-itxs1", "aws_dx_connection.stockholm-1-itxs1 location", "SE"],
    ["the way to the other site", "interconnect", "aws_ec2_transit_gateway_peering_attachment.peering peer_region", "DE"],
    ["state", "traffic", "terraform.backend", "IE"],
  ])("%s is listed with its country", (_, inStack, address, country) => {
    const found = sound.borders.filter((border) => border.stack === inStack && border.address.startsWith(address));
    expect(found.map((border) => border.country)).toContain(country);
  });

  test("a log is what those who write to it put there: tasks and requests payments, network and names none", () => {
    const groups = sound.borders.filter(({ address }) => address.startsWith("aws_cloudwatch_log_group."));
    const kinds = new Set(groups.map(({ what, data }) => `${what}: ${data}`));
    expect([...kinds].toSorted()).toEqual([
      "log: addresses and ports of the network: operations",
      "log: audit trail: operations",
      "log: measurements of tasks: operations",
      "log: names that are asked for: operations",
      "log: requests as clients make them: paymentData",
      "log: what tasks write down: paymentData",
    ]);
  });

  test("every place says which rule of the market it falls under, and that conditions cannot be read", () => {
    const abroad = sound.borders.find(({ country }) => country === "US");
    expect(sound.borders.filter(({ country, ruling }) => country !== undefined && ruling === undefined)).toEqual([]);
    expect(abroad?.ruling).toMatchObject({ verdict: "undetermined", rule: { id: "se-gdpr-44" } });
    expect(sound.open.toRegister.map(({ id }) => id)).toEqual(["se-dora-30-2-b"]);
  });
});

describe("a template that was edited by hand", () => {
  const member = addressIn("ledger-01-a", "aws_dsql_cluster", "ledger");
  const plan = addressIn("shared", "aws_backup_plan", "backup-copies-a-to-b");
  const secret = addressIn("shared", "aws_secretsmanager_secret", "clearing-credentials");
  const vault = addressIn("site-a", "aws_backup_vault", "backups");
  const port = "aws_dx_connection.stockholm-1-itxs1";
  const peering = "aws_ec2_transit_gateway_peering_attachment.peering";
  const trail = addressIn("guardrails-account", "aws_cloudtrail", "audit");
  const archive = addressIn("guardrails-account", "aws_s3_bucket", "audit_archive_trail");
  const queryLog = addressIn("site-a", "aws_route53_resolver_query_log_config", "resolver");
  const queries = addressIn("site-a", "aws_cloudwatch_log_group", "logs_resolver-queries");
  const logsKey = addressIn("site-a", "aws_kms_key", "logs-key");
  const task = addressIn("cell-01-b", "aws_ecs_task_definition", "payment-service");
  const trailLog = addressIn("guardrails-account", "aws_cloudwatch_log_group", "audit");
  const signing = addressIn("names", "aws_route53_key_signing_key", "signing");
  const signingKey = addressIn("names", "aws_kms_key", "signing");
  const subscription = addressIn("guardrails-us-east-1", "aws_sns_topic_subscription", "on-call_subscription-1");

  const cases: readonly (readonly [title: string, stack: string, edits: Edits, rows: readonly Row[]])[] = [
    [
      "has its witness elsewhere",
      "ledger-01-a",
      { [member]: replacingText("eu-west-1", "ap-southeast-1") },
      [["notMet", "ledger-01-a", `${member} multi_region_properties.witness_region`, "ledgerLog", "SG"]],
    ],
    [
      "has a witness that no one can read",
      "ledger-01-a",
      { [member]: setting({ multi_region_properties: [{ witness_region: "${var.witness}" }] }) },
      [["undetermined", "ledger-01-a", `${member} multi_region_properties.witness_region`, "ledgerLog", undefined]],
    ],
    [
      "copies backups elsewhere",
      "shared",
      { [plan]: replacingText("arn:aws:backup:eu-central-1", "arn:aws:backup:us-east-1") },
      [["notMet", "shared", `${plan} rule.copy_action.destination_vault_arn`, "paymentData", "US"]],
    ],
    [
      "copies a secret elsewhere",
      "shared",
      { [secret]: replacingText("eu-central-1", "ca-central-1") },
      [["notMet", "shared", `${secret} replica.region`, "operations", "CA"]],
    ],
    [
      "ends a private line abroad",
      "ports-itxs1",
      { [port]: setting({ location: "THNO2" }) },
      [["notMet", "ports-itxs1", `${port} location`, "paymentData", "GB"]],
    ],
    [
      "ends a private line nobody knows where",
      "ports-itxs1",
      { [port]: setting({ location: "XXXX1" }) },
      [["undetermined", "ports-itxs1", `${port} location`, "paymentData", undefined]],
    ],
    [
      "joins a network abroad",
      "interconnect",
      { [peering]: setting({ peer_region: "eu-west-2" }) },
      [["notMet", "interconnect", `${peering} peer_region`, "paymentData", "GB"]],
    ],
    [
      "has a resource that says another Region than its provider",
      "site-a",
      { [vault]: setting({ region: "eu-west-2" }) },
      [["notMet", "site-a", vault, "paymentData", "GB"]],
    ],
    [
      "has a Region that no fact knows",
      "site-a",
      { [vault]: setting({ region: "me-south-1" }) },
      [["undetermined", "site-a", vault, "paymentData", undefined]],
    ],
    [
      "has Aurora's secondary abroad",
      "traffic",
      { "aws_rds_cluster.secondary": setting({ provider: "aws.us-east-1" }) },
      [
        ["notMet", "traffic", "aws_rds_cluster.secondary", "paymentData", "US"],
        ["notMet", "traffic", "aws_rds_cluster.secondary", "ledgerLog", "US"],
      ],
    ],
    [
      "has Aurora's member in a site",
      "site-a",
      { "aws_rds_cluster_instance.one": setting({}), "aws_rds_global_cluster.ledger": setting({}) },
      [["met", "site-a", "aws_rds_cluster_instance.one", "paymentData", "SE"]],
    ],
    [
      "copies a snapshot elsewhere",
      "site-a",
      { "aws_rds_cluster_snapshot_copy.copy": setting({ destination_region: "eu-west-3" }) },
      [
        ["met", "site-a", "aws_rds_cluster_snapshot_copy.copy", "paymentData", "SE"],
        ["notMet", "site-a", "aws_rds_cluster_snapshot_copy.copy destination_region", "paymentData", "FR"],
      ],
    ],
    [
      "writes a log elsewhere, so that nobody is seen to write the one at home: it may hold payments",
      "site-a",
      { [queryLog]: setting({ destination_arn: "arn:aws:logs:eu-west-2:111122223333:log-group:queries" }) },
      [
        ["notMet", "site-a", `${queryLog} destination_arn`, "operations", "GB"],
        ["met", "site-a", queries, "paymentData", "SE"],
        ["met", "site-a", logsKey, "paymentData", "SE"],
      ],
    ],
    [
      "writes a log to a bucket that nobody can see",
      "site-a",
      { [queryLog]: setting({ destination_arn: "arn:aws:s3:::somebodys-bucket" }) },
      [
        ["undetermined", "site-a", `${queryLog} destination_arn`, "operations", undefined],
        ["met", "site-a", queries, "paymentData", "SE"],
        ["met", "site-a", logsKey, "paymentData", "SE"],
      ],
    ],
    [
      "has its tasks write down elsewhere",
      "cell-01-b",
      { [task]: replacingText('awslogs-region\\":\\"eu-central-1', 'awslogs-region\\":\\"us-east-1') },
      [["notMet", "cell-01-b", `${task} container_definitions`, "paymentData", "US"]],
    ],
    [
      "has its tasks write down who knows where",
      "cell-01-b",
      { [task]: replacingText('logDriver\\":\\"awslogs', 'logDriver\\":\\"splunk') },
      [["undetermined", "cell-01-b", `${task} container_definitions`, "paymentData", undefined]],
    ],
    [
      "has tasks of which nobody can read what they write down",
      "cell-01-b",
      { [task]: setting({ container_definitions: "${var.containers}" }) },
      [["undetermined", "cell-01-b", `${task} container_definitions`, "paymentData", undefined]],
    ],
    [
      "keeps a database's statements abroad",
      "names",
      { "aws_cloudwatch_log_group.statements": setting({ name: "/aws/rds/cluster/ledger/postgresql" }) },
      [["notMet", "names", "aws_cloudwatch_log_group.statements", "paymentData", "IE"]],
    ],
    [
      "has a bucket that no log is seen to be written to: it may hold payments",
      "guardrails-account",
      { [trail]: removed },
      [
        ["notMet", "guardrails-account", addressIn("guardrails-account", "aws_kms_key", "audit_key"), "paymentData", "IE"],
        ["notMet", "guardrails-account", archive, "paymentData", "IE"],
        ["notMet", "guardrails-account", trailLog, "paymentData", "IE"],
      ],
    ],
    [
      "has a key that nothing is seen to use: it may protect payments",
      "names",
      { [signing]: removed },
      [["notMet", "names", signingKey, "paymentData", "US"]],
    ],
    [
      "has a resource of a type that nobody judged",
      "site-a",
      { "aws_opensearch_domain.search": setting({}) },
      [["undetermined", "site-a", "aws_opensearch_domain.search", "unknown", undefined]],
    ],
    [
      "hands alarms to a queue elsewhere",
      "guardrails-us-east-1",
      { [subscription]: setting({ protocol: "sqs", endpoint: "arn:aws:sqs:eu-west-2:111122223333:alarms" }) },
      [["notMet", "guardrails-us-east-1", subscription, "operations", "GB"]],
    ],
  ];

  test.each(cases)("and %s flips that row, and no other", (_, inStack, edits, rows) => {
    const { verdict, borders } = judgeBorders(estateOf(withEdited(inStack, edits)));
    expect(new Set(changed(borders).map(String))).toEqual(new Set(rows.map(String)));
    expect(verdict).toBe(worstOf(rows.map(([row]) => row)));
  });
});

function worstOf(verdicts: readonly string[]): string {
  return ["notMet", "undetermined"].find((verdict) => verdicts.includes(verdict)) ?? "met";
}

/** A template of Sweden whose document somebody changed. */
function rewritten(name: string, change: (document: JsonObject) => JsonObject): readonly Template[] {
  return [...templates.values()].map((template) =>
    template.stack === name ? parseTemplate(JSON.stringify(change(template.document)), name) : template,
  );
}

const objectAt = (from: JsonObject, key: string): JsonObject => {
  const value = from[key];
  return isObject(value) ? value : {};
};

/** With another word in the evidence of a stack. */
function withEvidence(name: string, change: (value: JsonObject) => Json): readonly Template[] {
  return rewritten(name, (document) => {
    const output = objectAt(document, "output");
    const evidence = objectAt(output, "twinsite_evidence");
    return { ...document, output: { ...output, twinsite_evidence: { ...evidence, value: change(objectAt(evidence, "value")) } } };
  });
}

describe("the promise in a stack's evidence", () => {
  const verdictsOf = (edit: readonly Template[], name: string): readonly string[] => [
    ...new Set(
      judgeBorders(estateOf(edit))
        .borders.filter((border) => border.stack === name)
        .map(({ verdict }) => verdict),
    ),
  ];

  test("that is not there, where other stacks have one, leaves the stack's places undetermined", () => {
    expect(
      verdictsOf(
        withEvidence("site-a", (value) => ({ ...value, residency: null })),
        "site-a",
      ),
    ).toEqual(["undetermined"]);
  });

  test("that cannot be read leaves them undetermined", () => {
    expect(
      verdictsOf(
        withEvidence("site-a", () => "nothing"),
        "site-a",
      ),
    ).toEqual(["undetermined"]);
  });

  test("that leaves alarms undecided leaves them undetermined", () => {
    const undecided = withEvidence("guardrails-eu-west-1", (value) => ({
      ...value,
      residency: { ...objectAt(value, "residency"), outsideAws: "undecided" },
    }));
    expect(flipped(undecided).map(([verdict, , address]) => [verdict, address.split(".")[0]])).toEqual([
      ["undetermined", "aws_sns_topic_subscription"],
      ["undetermined", "aws_sns_topic_subscription"],
    ]);
  });

  test("that no stack has makes the whole not applicable", () => {
    const { residency: _, ...deployment } = sweden();
    const unjudged = { "aws_opensearch_domain.search": setting({}) };
    const without = [...synthesizedDeployment(deployment).values()].map((template) => edited(template, unjudged));
    expect(judgeBorders(estateOf(without)).verdict).toBe("notApplicable");
  });
});

test("state in another country's bucket flips that row", () => {
  const moved = rewritten("site-b", (document) => {
    const terraform = objectAt(document, "terraform");
    const backend = objectAt(terraform, "backend");
    return { ...document, terraform: { ...terraform, backend: { s3: { ...objectAt(backend, "s3"), region: "eu-west-2" } } } };
  });
  expect(flipped(moved)).toEqual([["notMet", "site-b", "terraform.backend", "operations", "GB"]]);
});

test("what a module makes is undetermined", () => {
  const moved = rewritten("site-b", (document) => ({ ...document, module: { more: { source: "./more" } } }));
  expect(flipped(moved)).toEqual([["undetermined", "site-b", "module.more", "unknown", undefined]]);
});

describe("the fault before synthesis and the judgement of the files", () => {
  type Residency = NonNullable<Deployment["residency"]>;
  const { sites, links } = sweden();
  const at = (region: string, zone: string): Partial<Deployment["sites"]["a"]> => ({
    region,
    zones: [1, 2, 3].map((nth) => `${zone}-az${nth}`),
  });
  const korea: Residency = {
    market: "KR",
    paymentData: ["KR", "SG"],
    ledgerLog: ["KR", "SG", "IE"],
    operations: ["KR", "SG", "IE", "US"],
    outsideAws: "accepted",
  };

  const koreanLink = (link: Link, index: number): Link => {
    const { macsecSecretArn: _secret, ...port } = link;
    return { ...port, dxLocation: index < 2 ? "TLS10" : "LGU57" };
  };

  const cases: readonly (readonly [title: string, deployment: Deployment])[] = [
    [
      "a Swedish witness, home Region and location abroad",
      {
        ...sweden(),
        homeRegion: "eu-west-2",
        ledger: { engine: "dsql", witnessRegion: "eu-west-3" },
        links: links.map((link, index) => (index > 1 ? { ...link, dxLocation: "EQHK1" } : link)),
      },
    ],
    ["a Swedish site abroad", { ...sweden(), sites: { a: sites.a, b: { ...sites.b, ...at("eu-west-2", "euw2") } } }],
    [
      "everything promised to stay in Sweden",
      {
        ...sweden(),
        residency: { market: "SE", paymentData: ["SE"], ledgerLog: ["SE"], operations: ["SE"], outsideAws: "accepted" },
      },
    ],
    [
      "a Korean replica, its backups and the witness abroad, though promised to be allowed",
      {
        ...sweden(),
        residency: korea,
        sites: { a: { ...sites.a, ...at("ap-northeast-2", "apne2") }, b: { ...sites.b, ...at("ap-southeast-1", "apse1") } },
        links: links.map(koreanLink),
      },
    ],
  ];

  const names: Readonly<Record<string, string>> = {
    paymentData: "payment data",
    ledgerLog: "the ledger's log",
    operations: "operations' data",
  };

  /** Country and data of every fault of a place. */
  function toldOf(deployment: Deployment): readonly string[] {
    const told = residencyFindings(draftOf(deployment)).flatMap(({ what }) => {
      const [, country, data = ""] = / is in (..), where (.*) may not be\.$/.exec(what) ?? [];
      return country === undefined ? [] : data.split(/, | and /).map((one) => `${country}: ${one}`);
    });
    return [...new Set(told)].toSorted();
  }

  const foundIn = (borders: readonly Border[]): readonly string[] =>
    [...new Set(borders.filter(({ verdict }) => verdict === "notMet").map(({ country, data }) => `${country}: ${names[data]}`))].toSorted();

  test("have nothing against Sweden as it is", () => {
    expect([toldOf(sweden()), foundIn(sound.borders)]).toEqual([[], []]);
  });

  test.each(cases)("refuse the same of %s", (_, deployment) => {
    const { verdict, borders } = judgeBorders(estateOf([...synthesizedDeployment(deployment).values()]));
    const told = toldOf(deployment);
    expect(foundIn(borders)).toEqual(told);
    expect([verdict, told.length > 0]).toEqual(["notMet", true]);
    const byLaw = borders.filter(({ why }) =>
      why.startsWith("Regulation on Supervision of Electronic Financial Transactions, Art. 14-2(8)"),
    );
    const kinds = ["ledger: payments and their log", "witness: the ledger's log", "backups", "copies of backups", "copy of a key"];
    const abroad = new Set(byLaw.map(({ what }) => what));
    expect(kinds.filter((kind) => abroad.has(kind))).toEqual(deployment.residency?.market === "KR" ? kinds : []);
  });
});
