import { createHash } from "node:crypto";
import { blocksAt, textAt } from "../../synthesized/attributes";
import { estateOf } from "../../synthesized/estate/estate";
import { declaredValue } from "../../synthesized/estate/follow";
import { isList, type Json, type JsonObject } from "../../synthesized/json";
import { referencesIn, soleReference } from "../../synthesized/reference";
import { type Block, blockAt, regionOf, type Template } from "../../synthesized/template";
import { awsAnswer, type FormValues } from "./aws-answers";

/**
 * What Terraform's mock of AWS is to answer, by address, where its own eight random letters would
 * not do: every id, and what else the template reads and does not set. The answers differ from
 * resource to resource and are the same in every run.
 */
export function mockAnswers(template: Template): ReadonlyMap<string, JsonObject> {
  const read = attributesRead(template);
  return new Map(
    [...template.resources, ...template.dataSources]
      .filter(({ type }) => type !== "terraform_remote_state")
      .map((block): [string, JsonObject] => [block.address, answersOf(block, read.get(block.address) ?? [], template)]),
  );
}

function attributesRead({ document }: Template): ReadonlyMap<string, readonly string[]> {
  const read = new Map<string, readonly string[]>();
  for (const { address, attribute } of referencesIn(document)) read.set(address, [...(read.get(address) ?? []), attribute]);
  return read;
}

function answersOf(block: Block, read: readonly string[], template: Template): JsonObject {
  const values = valuesFor(block, template);
  const plain = [...new Set(["id", ...read])]
    .filter((attribute) => block.attributes[attribute] === undefined)
    .flatMap((attribute): [string, Json][] => {
      const [whole = attribute, list = "", part = ""] = /^(\w+)\[0\]\.(\w+)$/.exec(attribute) ?? [];
      const answer = awsAnswer(block.type, part === "" ? whole : part, values);
      if (answer === undefined || (part === "" && !/^\w+$/.test(attribute))) return [];
      return [part === "" ? [whole, answer] : [list, [{ [part]: answer }]]];
    });
  return { ...Object.fromEntries(plain), ...composedAnswers[block.type]?.(block, template) };
}

function valuesFor(block: Block, template: Template): FormValues {
  const accounts = template.providers.find(({ name }) => name === block.provider)?.attributes["allowed_account_ids"];
  const [account] = isList(accounts) ? accounts : [];
  return {
    region: regionOf(template, block) ?? "eu-north-1",
    account: typeof account === "string" ? account : "123456789012",
    name: nameOf(block, template),
    digits: digitsOf(`${template.stack} ${block.address}`),
  };
}

/** The name that makes part of ARNs. One that AWS is to make up is made up here. */
function nameOf({ type, name: id, attributes }: Block, template: Template): string {
  const names = ["name", "bucket", "family", "alarm_name", "repository_name", "cluster_identifier", "global_cluster_identifier"];
  const given = names.map((key) => declared(template, attributes[key])).find((value) => typeof value === "string");
  if (typeof given === "string" && !given.includes("${")) return given;
  return `${type.replace(/^aws_/, "").replaceAll("_", "-")}-${digitsOf(`${template.stack} ${id}`).slice(0, 8)}`;
}

/** A value as far as the template alone says it. */
function declared(template: Template, value: Json | undefined): Json | undefined {
  return declaredValue(estateOf([template]), template, value);
}

function digitsOf(seed: string): string {
  return createHash("sha256").update(seed).digest("hex");
}

/** Answers that follow from what was asked for, by resource type. */
const composedAnswers: Readonly<Record<string, (block: Block, template: Template) => JsonObject>> = {
  aws_networkfirewall_firewall: firewallAnswers,
  aws_acm_certificate: certificateAnswers,
};

/** A firewall's state: an endpoint for every subnet that was named. */
function firewallAnswers({ attributes }: Block, template: Template): JsonObject {
  const subnets = blocksAt(attributes, "subnet_mapping").flatMap(({ subnet_id }) => subnetAt(subnet_id, template) ?? []);
  const states = subnets.map((subnet) => ({
    availability_zone: textAt(subnet.attributes, "availability_zone") ?? "unknown",
    attachment: [
      {
        subnet_id: awsAnswer("aws_subnet", "id", valuesFor(subnet, template)) ?? "",
        endpoint_id: awsAnswer("aws_vpc_endpoint", "id", valuesFor(subnet, template)) ?? "",
      },
    ],
  }));
  return { firewall_status: [{ sync_states: states }] };
}

function subnetAt(id: Json | undefined, template: Template): Block | undefined {
  const reference = soleReference(id);
  return reference === undefined ? undefined : blockAt(template, reference.address);
}

/** A certificate's validation records, one for every name: equal in every Region, as AWS has it for one account. */
function certificateAnswers({ attributes }: Block, template: Template): JsonObject {
  const alternatives = attributes["subject_alternative_names"];
  const names = [attributes["domain_name"], ...(isList(alternatives) ? alternatives : [])]
    .map((name) => declared(template, name))
    .filter((name) => typeof name === "string");
  return {
    domain_validation_options: [...new Set(names)].map((name) => ({
      domain_name: name,
      resource_record_name: `_${digitsOf(name).slice(0, 32)}.${name.replace(/^\*\./, "")}.`,
      resource_record_type: "CNAME",
      resource_record_value: `_${digitsOf(`${name} value`).slice(0, 32)}.acm-validations.aws.`,
    })),
  };
}
