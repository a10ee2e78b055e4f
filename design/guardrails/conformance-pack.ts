import { stringify } from "yaml";
import type { Deployment } from "../../config/deployment";
import { configRulePages } from "../../facts/config-rule-pages";
import { type ConfigRule, configRules } from "../../facts/config-rules";
import { prefixOf } from "../foundation/naming";
import { pascalCase } from "../foundation/pascal-case";

/** The rules that AWS Config judges a Region by, made and refused as one. */
export interface ConformancePackDesign {
  readonly name: string;
  /** YAML, in CloudFormation's form. */
  readonly template: string;
}

export function conformancePack(deployment: Deployment, region: string): ConformancePackDesign {
  return { name: `${prefixOf(deployment)}-pci-dss-4-0-1`, template: packTemplate(rulesIn(deployment, region)) };
}

/** The Region of IAM's control plane, which every deployment guards. */
const iamControlPlane = "us-east-1";

/**
 * Where AWS Config records IAM and its rules run, once for the account: the home Region, unless AWS
 * Config records no IAM there, which shows in rules that it does not know.
 */
export function iamRegion({ homeRegion }: Deployment): string {
  const ofIam = configRules.filter(({ where }) => where === "oncePerAccount");
  return ofIam.every((rule) => isKnownIn(rule, homeRegion)) ? homeRegion : iamControlPlane;
}

/** One rule that a Region does not know would fail the whole pack, and with it the stack that both sites wait for. */
function rulesIn(deployment: Deployment, region: string): readonly ConfigRule[] {
  const iam = iamRegion(deployment);
  return configRules.filter((rule) => (rule.where === "everyRegion" || region === iam) && isKnownIn(rule, region));
}

function isKnownIn({ name }: ConfigRule, region: string): boolean {
  return !configRulePages[name].missingIn.includes(region);
}

function packTemplate(rules: readonly ConfigRule[]): string {
  const resources: Readonly<Record<string, object>> = Object.fromEntries(
    rules.map((rule): readonly [string, object] => [pascalCase(rule.name), packRule(rule)]),
  );
  return stringify({ Resources: resources }, { lineWidth: 0 });
}

function packRule(rule: ConfigRule): object {
  return {
    Type: "AWS::Config::ConfigRule",
    Properties: {
      ConfigRuleName: rule.name,
      Description: `PCI DSS v4.0.1 ${rule.requirements.join(" ")}`,
      Source: { Owner: "AWS", SourceIdentifier: rule.identifier },
      ...(Object.keys(rule.parameters).length === 0 ? {} : { InputParameters: rule.parameters }),
    },
  };
}
