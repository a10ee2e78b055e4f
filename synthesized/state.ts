import { z } from "zod";
import { parseFile } from "./unreadable";

/** What a state says is there, as far as anyone may read it who must not see the values in it. */
export interface DeployedState {
  /** Of resources that were made whole: a tainted one is to be made again. */
  readonly addresses: ReadonlySet<string>;
  readonly outputs: ReadonlySet<string>;
}

const stateSchema = z.looseObject({
  version: z.literal(4),
  outputs: z.record(z.string(), z.unknown()).default({}),
  resources: z
    .array(
      z.looseObject({
        mode: z.string(),
        type: z.string(),
        name: z.string(),
        instances: z.array(z.looseObject({ status: z.string().optional(), deposed: z.string().optional() })),
      }),
    )
    .default([]),
});

/** Reads what `terraform state pull` prints: nothing at all where the stack has no state yet. */
export function parseState(text: string, stack: string): DeployedState {
  if (text.trim() === "") return { addresses: new Set(), outputs: new Set() };
  const source = { file: `the state of stack ${stack}`, mend: "It has to be a state of Terraform 0.12 or later; look at its backend" };
  const { outputs, resources } = parseFile(text, stateSchema, source);
  const whole = resources.filter(
    ({ mode, instances }) => mode === "managed" && instances.some(({ status, deposed }) => status !== "tainted" && deposed === undefined),
  );
  return { addresses: new Set(whole.map(({ type, name }) => `${type}.${name}`)), outputs: new Set(Object.keys(outputs)) };
}
