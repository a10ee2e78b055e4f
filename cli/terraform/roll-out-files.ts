import { isObject, type Json, type JsonObject } from "../../synthesized/json";
import type { Block, Template } from "../../synthesized/template";
import type { Outputs } from "../../synthesized/terraform-test";
import { mockAnswers } from "./mock-answers";

/** Files to add to a copy of a stack's folder so that it can be applied without AWS, network or state. */
export type RollOutFiles = Readonly<Record<string, string>>;

export interface RollOutInputs {
  /** Outputs of the states that the stack reads, by remote state; none where a state is not there. */
  readonly recorded: ReadonlyMap<string, Outputs | undefined>;
  /** Whether to plan again afterwards, without asking AWS what is there. */
  readonly secondPlan: "asked" | "notAsked";
}

export function rollOutFiles(template: Template, { recorded, secondPlan }: RollOutInputs): RollOutFiles {
  const states = [...recorded].flatMap(([name, outputs]): [string, string][] =>
    outputs === undefined ? [] : [[statePath(name), stateText(outputs)]],
  );
  return {
    "zz_override.tf.json": JSON.stringify(overrides(template, [...recorded.keys()])),
    "roll-out.tftest.json": JSON.stringify(testFile(template, secondPlan)),
    ...Object.fromEntries(states),
  };
}

/** An override, which Terraform merges over the template, so that the template's own bytes stay as they are. */
function overrides(template: Template, remoteStates: readonly string[]): JsonObject {
  const data = remoteStates.map((name) => [name, { backend: "local", config: { path: statePath(name) } }] as const);
  const guarded = template.resources.filter(isProtected);
  return {
    terraform: { backend: { local: { path: "rehearsal.tfstate" } } },
    // What is made in a rehearsal is taken away at its end, whatever it would hold.
    ...(guarded.length === 0 ? {} : { resource: byType(guarded, { lifecycle: { prevent_destroy: false } }) }),
    ...(data.length === 0 ? {} : { data: { terraform_remote_state: Object.fromEntries(data) } }),
  };
}

function isProtected({ attributes }: Block): boolean {
  const { lifecycle } = attributes;
  return isObject(lifecycle) && lifecycle["prevent_destroy"] === true;
}

function byType(blocks: readonly Block[], override: JsonObject): JsonObject {
  const types = [...new Set(blocks.map(({ type }) => type))];
  const named = (type: string): JsonObject =>
    Object.fromEntries(blocks.filter((block) => block.type === type).map(({ name }) => [name, override]));
  return Object.fromEntries(types.map((type) => [type, named(type)]));
}

function testFile(template: Template, secondPlan: RollOutInputs["secondPlan"]): JsonObject {
  const answers = [...mockAnswers(template)];
  const targets = (kind: "data" | "resource"): readonly Json[] =>
    answers
      .filter(([address, values]) => address.startsWith("data.") === (kind === "data") && Object.keys(values).length > 0)
      .map(([target, values]) => ({ target, values }));
  return {
    mock_provider: { aws: mocks(template) },
    override_resource: targets("resource"),
    override_data: targets("data"),
    run: {
      roll_out: { command: "apply" },
      ...(secondPlan === "asked" ? { plan_again: { command: "plan", plan_options: { refresh: false } } } : {}),
    },
  };
}

/** A mock for each configuration of the provider: what is not mocked would ask AWS. */
function mocks({ providers }: Template): readonly Json[] {
  return providers
    .filter(({ name }) => name === "aws" || name.startsWith("aws."))
    .map(({ attributes: { alias } }) => (alias === undefined ? {} : { alias }));
}

/** The path of a recorded state is relative, so that no message names a folder of this machine. */
function statePath(remoteState: string): string {
  return `upstream/${remoteState}.tfstate`;
}

function stateText(outputs: Outputs): string {
  const recorded = Object.entries(outputs).map(([name, { value, type, sensitive }]) => [name, { value, type, sensitive }] as const);
  return JSON.stringify({
    version: 4,
    terraform_version: "1.10.0",
    serial: 1,
    lineage: "rehearsal",
    outputs: Object.fromEntries(recorded),
    resources: [],
  });
}
