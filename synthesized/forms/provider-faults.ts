import { isList, isObject, type Json } from "../json";
import type { Locals } from "../language/locals";
import type { Block, Provider } from "../template";
import { expressionFaults } from "./expression-faults";
import { type FormFault, quoted, unread, wrong } from "./form-fault";
import { KNOWN_ARGUMENTS, UNREAD_ARGUMENTS, WRONG_ARGUMENTS } from "./provider-arguments";

/** What is wrong with the configurations of providers, and with what is made by one that is not configured. */
export function providerFaults(providers: readonly Provider[], blocks: readonly Block[], locals: Locals): readonly FormFault[] {
  return [
    ...providers.flatMap((provider) => configurationFaults(provider, locals)),
    ...repeatedNames(providers),
    ...missingConfigurations(providers, blocks),
  ];
}

function configurationFaults({ name, attributes }: Provider, locals: Locals): readonly FormFault[] {
  const address = `provider.${name}`;
  if (!isAws(name)) return [wrong({ address, attribute: "", expected: "no provider but hashicorp/aws", found: name })];
  const set = Object.entries(attributes).filter(([, value]) => isSet(value));
  return [...set.flatMap(([key, value]) => argumentFaults(address, key, value)), ...expressionFaults(address, attributes, locals)];
}

function argumentFaults(address: string, attribute: string, value: Json): readonly FormFault[] {
  if (attribute === "region" && typeof value !== "string")
    return [unread({ address, attribute, expected: "one Region", found: quoted(value) })];
  if (KNOWN_ARGUMENTS.has(attribute)) return [];
  const expected = WRONG_ARGUMENTS.get(attribute);
  // What is written there may be a secret.
  if (expected !== undefined) return [wrong({ address, attribute, expected, found: `${attribute} is set` })];
  const other = UNREAD_ARGUMENTS.get(attribute) ?? "an argument that has been read";
  return [unread({ address, attribute, expected: other, found: `${attribute} is set` })];
}

/** Null is as if it was not written, and so is a block that is there no time. */
function isSet(value: Json): boolean {
  return value !== null && !(isList(value) && value.length === 0);
}

function repeatedNames(providers: readonly Provider[]): readonly FormFault[] {
  const names = providers.map(({ name }) => name);
  return names
    .filter((name, index) => names.indexOf(name) !== index)
    .map((name) =>
      wrong({
        address: `provider.${name}`,
        attribute: "alias",
        expected: "one configuration of each name",
        found: "a second of this name",
      }),
    );
}

/** Without a configuration, the environment would choose Region and account. */
function missingConfigurations(providers: readonly Provider[], blocks: readonly Block[]): readonly FormFault[] {
  const known = new Set(providers.map(({ name }) => name));
  return blocks
    .filter(({ provider }) => !known.has(provider) && !isBuiltIn(provider))
    .map(({ address, provider }) => {
      const told = { address, attribute: "provider", found: provider };
      return isAws(provider)
        ? unread({ ...told, expected: "a provider that is configured: else the environment chooses its Region and account" })
        : wrong({ ...told, expected: "no provider but hashicorp/aws" });
    });
}

/** `terraform_data` and `terraform_remote_state` are Terraform's own. */
export function isBuiltIn(provider: string): boolean {
  return provider === "terraform";
}

export function isAws(provider: string): boolean {
  return provider === "aws" || provider.startsWith("aws.");
}

/** A Region of its own that a block names, which providers from 6.0 on read before their own. */
export function regionFaults({ address, attributes, provider: name }: Block, providers: readonly Provider[]): readonly FormFault[] {
  const { region } = attributes;
  const provider = providers.find((candidate) => candidate.name === name);
  if (region === undefined || region === null || isObject(region) || region === provider?.attributes["region"]) return [];
  return [unread({ address, attribute: "region", expected: "the Region of its provider", found: quoted(region) })];
}
