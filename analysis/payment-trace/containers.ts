import { z } from "zod";
import { textAt } from "../../synthesized/attributes";
import { remembered } from "../../synthesized/estate/remembered";
import { withoutInnerStrings } from "../../synthesized/reference";
import type { Block } from "../../synthesized/template";

/** A container as its task definition says it. */
export interface Container {
  readonly name: string;
  readonly image: string;
  readonly ports: readonly number[];
  /** Values of its environment, references among them. */
  readonly values: readonly string[];
  /** The same by their names. */
  readonly environment: readonly { readonly name: string; readonly value: string }[];
  /** Settings of which nobody here knows what they do to a task. */
  readonly unknown: readonly string[];
  readonly logGroup: string | undefined;
  /** None where it writes nothing down. */
  readonly log: { readonly driver: string; readonly region: string | undefined } | undefined;
}

const containerSchema = z.array(
  z.looseObject({
    name: z.string(),
    image: z.string(),
    portMappings: z
      .array(z.looseObject({ containerPort: z.number(), hostPort: z.number().optional(), protocol: z.string().default("tcp") }))
      .default([]),
    environment: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
    logConfiguration: z
      .looseObject({ logDriver: z.string().default("none"), options: z.record(z.string(), z.string()).optional() })
      .optional(),
  }),
);

/** The containers of a task definition; none where it cannot be read. */
export const containersOf = remembered(({ attributes }: Block): readonly Container[] | undefined => {
  const text = textAt(attributes, "container_definitions");
  if (text === undefined) return undefined;
  try {
    const reading = containerSchema.safeParse(JSON.parse(withoutInnerStrings(text)));
    return reading.data?.map(({ name, image, portMappings, environment, logConfiguration, ...rest }) => ({
      name,
      image,
      // With awsvpc, which is all that Fargate has, a host port is the container's or none.
      ports: portMappings
        .filter(({ containerPort, hostPort = containerPort, protocol }) => hostPort === containerPort && protocol === "tcp")
        .map(({ containerPort }) => containerPort),
      values: environment.map(({ value }) => value),
      environment,
      unknown: unknownSettings(rest),
      logGroup: logConfiguration?.options?.["awslogs-group"],
      log:
        logConfiguration === undefined
          ? undefined
          : { driver: logConfiguration.logDriver, region: logConfiguration.options?.["awslogs-region"] },
    }));
  } catch {
    return undefined;
  }
});

/** Settings that leave it running as the image says, whatever is written there (AmazonECS/latest/developerguide/task_definition_parameters). */
const HARDENING = new Set(["readonlyRootFilesystem", "linuxParameters", "stopTimeout", "ulimits", "user"]);

/** Tasks go on without a container that is not essential, and Fargate runs no privileged one. */
const REQUIRED: Readonly<Record<string, boolean>> = { essential: true, privileged: false };

function unknownSettings(rest: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(rest).flatMap(([name, value]) => (HARDENING.has(name) || REQUIRED[name] === value ? [] : [name]));
}
