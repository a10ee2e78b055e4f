import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { type Deployment, deploymentSchema } from "../../../config/deployment";
import { conformancePack, iamRegion } from "../../../design/guardrails/conformance-pack";
import { guardrailsRegionDesigns } from "../../../design/guardrails/guardrails-region";
import { type ConfigRulePage, configRulePages } from "../../../facts/config-rule-pages";
import { type ConfigRule, configRules } from "../../../facts/config-rules";
import { regions } from "../../../facts/regions";
import { sweden } from "../../sweden";

const folder = join(__dirname, "../../../config/deployments");
const deployments: readonly Deployment[] = readdirSync(folder).map((file) =>
  deploymentSchema.parse(parse(readFileSync(join(folder, file), "utf8"))),
);
const guardedRegions = [...new Set(deployments.flatMap((deployment) => regionsOf(deployment)))].toSorted();

function regionsOf(deployment: Deployment): readonly string[] {
  return guardrailsRegionDesigns(deployment).flatMap(({ providers }) => providers.map(({ region }) => region));
}

const packSchema = z.strictObject({
  Resources: z.record(
    z.string().regex(/^[A-Za-z0-9]{1,255}$/),
    z.strictObject({
      Type: z.literal("AWS::Config::ConfigRule"),
      Properties: z.strictObject({
        ConfigRuleName: z.string(),
        Description: z.string().max(256),
        Source: z.strictObject({ Owner: z.literal("AWS"), SourceIdentifier: z.string().max(256) }),
        InputParameters: z.record(z.string(), z.string()).optional(),
      }),
    }),
  ),
});

const rulesOf = (template: string) => Object.values(packSchema.parse(parse(template)).Resources).map(({ Properties }) => Properties);
const pages: Readonly<Record<string, ConfigRulePage | undefined>> = configRulePages;

/** Why AWS would refuse a pack in a Region, by the pages of its rules. */
function refusals(template: string, region: string): readonly string[] {
  return rulesOf(template).flatMap(({ ConfigRuleName: name, InputParameters = {} }) => {
    const page = pages[name];
    if (page === undefined) return [`${name}: nobody read its page`];
    const demanded = [...page.required, ...page.defaulted];
    const known = [...demanded, ...page.optional];
    return [
      ...(page.missingIn.includes(region) ? [`${name}: ${region} does not know it`] : []),
      ...demanded.filter((parameter) => !(parameter in InputParameters)).map((parameter) => `${name}: lacks ${parameter}`),
      ...Object.keys(InputParameters)
        .filter((parameter) => !known.includes(parameter))
        .map((parameter) => `${name}: takes no ${parameter}`),
    ];
  });
}

const templateIn = (deployment: Deployment, region: string): string => conformancePack(deployment, region).template;

test("the Regions of seven deployments are held against the pages of all rules", () => {
  expect(deployments.length).toBe(7);
  expect(guardedRegions).toEqual(expect.arrayContaining(["ap-east-1", "ap-southeast-4", "ca-west-1", "eu-north-1", "us-east-1"]));
});

test.each(deployments.map((deployment) => [deployment.name, deployment] as const))(
  "AWS would refuse no pack of %s, by the pages of its rules",
  (_, deployment) => {
    for (const region of regionsOf(deployment)) expect(refusals(templateIn(deployment, region), region)).toEqual([]);
  },
);

test("AWS would refuse no pack in any Region that can be named", () => {
  for (const { region } of regions) {
    const guarded: Deployment = { ...sweden(), homeRegion: region };
    expect(refusals(templateIn(guarded, region), region)).toEqual([]);
  }
});

test("a pack without a parameter that a rule demands would be refused, as one with a parameter that it does not take", () => {
  const template = templateIn(sweden(), "eu-north-1");
  expect(refusals(template.replace(/ +desyncMode: .*\n/, "        other: strictest\n"), "eu-north-1")).toEqual([
    "alb-desync-mode-check: lacks desyncMode",
    "alb-desync-mode-check: takes no other",
  ]);
  expect(refusals(template.replace(/ +insufficientDataActionRequired: .*\n/, ""), "eu-north-1")).toEqual([
    "cloudwatch-alarm-action-check: lacks insufficientDataActionRequired",
  ]);
});

test("a pack of another Region would be refused where a rule is not known", () => {
  expect(refusals(templateIn(sweden(), "eu-north-1"), "ca-west-1")).toEqual(
    expect.arrayContaining(["netfw-logging-enabled: ca-west-1 does not know it", "wafv2-webacl-not-empty: ca-west-1 does not know it"]),
  );
});

const leftOut = (region: string): readonly string[] => {
  const emitted = rulesOf(templateIn(sweden(), region)).map(({ ConfigRuleName }) => ConfigRuleName);
  return configRules.filter(({ name, where }) => where === "everyRegion" && !emitted.includes(name)).map(({ name }) => name);
};

test("only Calgary, of the Regions in use, leaves out rules that the others have", () => {
  expect(guardedRegions.filter((region) => leftOut(region).length > 0)).toEqual(["ca-west-1"]);
  expect(leftOut("ca-west-1").toSorted()).toEqual([
    "alb-desync-mode-check",
    "ecr-private-image-scanning-enabled",
    "ecs-containers-nonprivileged",
    "ecs-containers-readonly-access",
    "ecs-task-definition-log-configuration",
    "netfw-logging-enabled",
    "wafv2-webacl-not-empty",
  ]);
});

describe("rules on IAM", () => {
  const ofIam = configRules.filter(({ where }) => where === "oncePerAccount").map(({ name }) => name);
  const emittedIn = (deployment: Deployment): readonly string[] =>
    regionsOf(deployment).filter((region) =>
      rulesOf(templateIn(deployment, region)).some(({ ConfigRuleName: rule }) => ofIam.some((name) => name === rule)),
    );

  test("run in the home Region of every deployment, all of them, and nowhere else", () => {
    for (const deployment of deployments) {
      expect(emittedIn(deployment)).toEqual([deployment.homeRegion]);
      const names = rulesOf(templateIn(deployment, deployment.homeRegion)).map(({ ConfigRuleName }) => ConfigRuleName);
      expect(names).toEqual(expect.arrayContaining(ofIam));
    }
  });

  test.each(["ap-southeast-4", "ca-west-1", "eu-central-2"])(
    "run in us-east-1 where the home Region is %s, which records no IAM",
    (homeRegion) => {
      const abroad: Deployment = { ...sweden(), homeRegion };
      expect(iamRegion(abroad)).toBe("us-east-1");
      expect(emittedIn(abroad)).toEqual(["us-east-1"]);
      const recording = guardrailsRegionDesigns(abroad).filter(
        ({ recorder }) => recorder !== "managedElsewhere" && recorder.includeGlobalResourceTypes,
      );
      expect(recording.map(({ name }) => name)).toEqual(["guardrails-us-east-1"]);
    },
  );
});

/** AWS Config developer guide, configlimits; API reference, PutConformancePack and ConfigRule: read 2026-11-30. */
const limits = { bodyBytes: 51_200, rules: 130, ruleName: 128, packSuffix: "-conformance-pack-123456789".length, parameterBytes: 1024 };

test("a pack of the longest name fits what AWS takes inline, and so does every rule of it", () => {
  const longest: Deployment = { ...sweden(), name: "x".repeat(16) };
  for (const region of guardedRegions) {
    const { name, template } = conformancePack({ ...longest, homeRegion: region }, region);
    expect(name).toMatch(/^[a-zA-Z][-a-zA-Z0-9]{0,255}$/);
    const rules = rulesOf(template);
    expect(rules.length).toBeGreaterThan(20);
    expect(rules.length).toBeLessThanOrEqual(limits.rules);
    expect(Buffer.byteLength(template)).toBeLessThanOrEqual(limits.bodyBytes);
    for (const { ConfigRuleName, InputParameters } of rules) {
      expect(ConfigRuleName.length + limits.packSuffix).toBeLessThanOrEqual(limits.ruleName);
      expect(Buffer.byteLength(JSON.stringify(InputParameters ?? {}))).toBeLessThanOrEqual(limits.parameterBytes);
    }
  }
});

test("parameters reach AWS as the words they are: no number, no switch, nothing that Terraform would take for its own", () => {
  const byName = new Map(configRules.map((rule): readonly [string, ConfigRule] => [rule.name, rule]));
  for (const region of guardedRegions) {
    const template = templateIn(sweden(), region);
    expect(template).not.toMatch(/[$%]\{/);
    for (const { ConfigRuleName, InputParameters = {} } of rulesOf(template)) {
      expect(InputParameters).toEqual(byName.get(ConfigRuleName)?.parameters);
    }
  }
});
