import { isObject, type Json, type JsonObject } from "../json";
import { bodiesOf, labelledBlocks } from "../labelled";
import { backendFaults } from "./backend-faults";
import { type FormFault, quoted, unread, wrong } from "./form-fault";

const ADDRESS = "terraform";
const KNOWN = new Set(["//", "backend", "required_providers", "required_version"]);

/** What is wrong with the settings of Terraform itself: where the state lies, and whose programs make what is declared. */
export function terraformFaults(value: Json | undefined): readonly FormFault[] {
  const bodies = bodiesOf(value);
  const backends = bodies.flatMap((body) => labelledBlocks("backend", body["backend"], 1).blocks);
  return [
    ...bodies.flatMap(unknownSettings),
    ...backends.flatMap(({ labels: [kind = ""], body }) => backendFaults(ADDRESS, kind, body)),
    ...(backends.length > 1
      ? [wrong({ address: ADDRESS, attribute: "backend", expected: "one place for the state", found: `${backends.length} backends` })]
      : []),
    ...requiredProviders(bodies.flatMap((body) => bodiesOf(body["required_providers"]))),
  ];
}

function unknownSettings(body: JsonObject): readonly FormFault[] {
  return Object.keys(body)
    .filter((key) => !KNOWN.has(key) && body[key] !== null)
    .map((attribute) =>
      unread({
        address: ADDRESS,
        attribute,
        expected: "only backend, required_providers, required_version",
        found: quoted(body[attribute]),
      }),
    );
}

/** Names of the AWS provider's source: Terraform and OpenTofu each fill in their own registry. */
const AWS_SOURCES = new Set(["aws", "hashicorp/aws", "registry.terraform.io/hashicorp/aws", "registry.opentofu.org/hashicorp/aws"]);
const BUILT_IN = "terraform.io/builtin/terraform";
/** Terraform reads a bare version as "exactly this one". */
const EXACT = /^=?\s*\d+\.\d+\.\d+$/;

function requiredProviders(bodies: readonly JsonObject[]): readonly FormFault[] {
  const named = bodies.flatMap((body) => Object.entries(body).filter(([name]) => name !== "//"));
  const missing = named.some(([name]) => name === "aws") ? [] : [openVersion("aws", undefined)];
  return [...missing, ...named.flatMap(([name, required]) => requirementFaults(name, required))];
}

function requirementFaults(name: string, required: Json): readonly FormFault[] {
  if (!isObject(required)) return [...(name === "aws" ? versionFaults(name, required) : [stranger(name, quoted(required))])];
  const { source, version, "//": _comment, ...others } = required;
  if (source === BUILT_IN) return [];
  const isAws = name === "aws" && (source === undefined || (typeof source === "string" && AWS_SOURCES.has(source.toLowerCase())));
  if (!isAws) return [stranger(name, quoted(source ?? name))];
  return [
    ...versionFaults(name, version),
    ...Object.keys(others).map((key) =>
      unread({
        address: ADDRESS,
        attribute: `required_providers.${name}.${key}`,
        expected: "only source and version",
        found: quoted(others[key]),
      }),
    ),
  ];
}

function versionFaults(name: string, version: Json | undefined): readonly FormFault[] {
  return typeof version === "string" && EXACT.test(version.trim()) ? [] : [openVersion(name, version)];
}

function openVersion(name: string, version: Json | undefined): FormFault {
  const attribute = `required_providers.${name}.version`;
  const expected = "one exact version, so that what is deployed is made by what was planned";
  return wrong({ address: ADDRESS, attribute, expected, found: version === undefined ? "none" : quoted(version) });
}

/** Another provider is a program that runs with the deployer's keys. */
function stranger(name: string, found: string): FormFault {
  return wrong({
    address: ADDRESS,
    attribute: `required_providers.${name}.source`,
    expected: "hashicorp/aws and no other provider: each is a program that runs with the deployer's keys",
    found,
  });
}
