import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import picocolors from "picocolors";
import { z } from "zod";
import { judgeBorders } from "../../analysis/borders/borders";
import { tracePayments } from "../../analysis/payment-trace/trace";
import { deploymentJsonSchema } from "../../config/deployment-json-schema";
import type { DeploymentReading } from "../../config/read-deployment";
import { bordersMarkdown } from "../../reports/judgements/borders";
import { paymentsMarkdown } from "../../reports/judgements/payment-trace";
import { type FloorPlan, floorPlanDiagram, floorPlanMarkdown, type Layer, layersDiagram } from "../../reports/layers";
import { runbookText } from "../../reports/runbook/deployment-runbook";
import { sitesPicture } from "../../reports/sites-picture";
import { stacksMarkdown } from "../../reports/stacks";
import { synthesisText } from "../../reports/synthesis";
import { fenced } from "../../reports/text/markdown";
import { estateOf } from "../../synthesized/estate/estate";
import { checkDeployment } from "../commands/check";
import { runbookOf } from "../commands/deploy";
import { deployableStacks } from "../commands/deployable-stacks";
import { type Synthesis, synthesizeInto } from "../commands/synth";
import { readSynthesizedStacks, type SynthesizedStack } from "../files/synthesized-stacks";
import { withTemporaryFolder } from "../files/temporary-folder";
import { program } from "../program";
import type { Terminal } from "../terminal/terminal";
import { pictureOf } from "./picture-sites";

const REFERENCE_DEPLOYMENT = "config/deployments/sweden.yaml";
const OUTPUT = "cdktf.out";
/** Pages are the same every day: the sample acknowledges nothing that could expire. */
const NO_DAY = "2026-11-30";

/** The texts that documentation pages may ask for, by name. To add one, name it here. */
const parts: Readonly<Record<string, () => string | Promise<string>>> = {
  borders: async () => bordersMarkdown(judgeBorders(estateOf((await referenceSynthesis()).all.map(({ template }) => template)))),
  "deploy-steps": async () => fenced("text", deploySteps((await referenceSynthesis()).all)),
  help: async () => fenced("text", await helpTexts()),
  payments: async () => paymentsMarkdown(tracePayments(estateOf((await referenceSynthesis()).all.map(({ template }) => template)))),
  layers: () => fenced("mermaid", layersDiagram(readArchitecture().layers)),
  subjects: () => readArchitecture().floorPlans.map(floorPlanText).join("\n\n"),
  stacks: async () => stacksMarkdown((await referenceSynthesis()).synthesis.stacks),
  start: async () => fenced("text", startScreen((await referenceSynthesis()).synthesis)),
};

export const partNames: readonly string[] = Object.keys(parts);

/** The texts of these names, of those that there are; the deployment is synthesized where one shows it. */
export async function generatedParts(names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const asked = Object.entries(parts).filter(([name]) => names.includes(name));
  return new Map(await Promise.all(asked.map(async ([name, part]) => [name, await part()] as const)));
}

/** Files that are generated as a whole, by path. */
export function generatedFiles(): ReadonlyMap<string, string> {
  return new Map([
    ["config/deployment.schema.json", deploymentJsonSchema()],
    ["docs/sites.svg", sitesPicture(pictureOf(referenceReading().deployment))],
  ]);
}

function referenceReading(): Extract<DeploymentReading, { kind: "sound" }> {
  const reading = checkDeployment(REFERENCE_DEPLOYMENT);
  if (reading.kind === "faulty") throw new Error(`${REFERENCE_DEPLOYMENT} has faults: npx twinsite check ${REFERENCE_DEPLOYMENT}`);
  return reading;
}

interface ReferenceSynthesis {
  readonly synthesis: Synthesis;
  readonly all: readonly SynthesizedStack[];
}

let made: Promise<ReferenceSynthesis> | undefined;
/** The reference deployment's synthesis is made once, for all parts that show something of it. */
function referenceSynthesis(): Promise<ReferenceSynthesis> {
  made ??= synthesizeReference();
  return made;
}

function synthesizeReference(): Promise<ReferenceSynthesis> {
  return withTemporaryFolder(join(tmpdir(), "twinsite-docs-"), async (folder) => {
    const out = join(folder, OUTPUT);
    return { synthesis: await synthesizeInto(referenceReading().deployment, { out, asOf: NO_DAY }), all: readSynthesizedStacks(out) };
  });
}

function deploySteps(all: readonly SynthesizedStack[]): string {
  return runbookText(
    runbookOf(OUTPUT, { estate: estateOf(all.map(({ template }) => template)), stacks: deployableStacks(all), scope: undefined }),
  );
}

/** What `npm start` prints, but for the time, which is another one every time. */
function startScreen(synthesis: Synthesis): string {
  const report = {
    ...synthesis,
    deployment: REFERENCE_DEPLOYMENT,
    out: OUTPUT,
    warnings: referenceReading().warnings.length,
    seconds: 0,
  };
  return synthesisText(report, picocolors.createColors(false)).replace(/ in 0\.00 s$/m, " in … s");
}

const architecture = z.object({
  layers: z.array(
    z.object({ name: z.string(), imports: z.array(z.string()), importsTypesOf: z.array(z.string()).default([]), why: z.string() }),
  ),
  floorPlans: z.array(
    z.object({
      layers: z.array(z.string()),
      ground: z.array(z.string()),
      subjects: z.array(z.object({ name: z.string(), uses: z.array(z.string()), holds: z.string() })),
    }),
  ),
});

interface Architecture {
  readonly layers: readonly Layer[];
  readonly floorPlans: readonly FloorPlan[];
}

/** The tables that the layer check enforces are those that are drawn. */
function readArchitecture(): Architecture {
  const settings: unknown = createRequire(resolve("package.json"))("./.dependency-cruiser.cjs");
  return architecture.parse(settings);
}

function floorPlanText(plan: FloorPlan): string {
  const title = `### In ${plan.layers.map((layer) => `\`${layer}/\``).join(" and ")}`;
  return [title, fenced("mermaid", floorPlanDiagram(plan)), floorPlanMarkdown(plan)].join("\n\n");
}

async function helpTexts(): Promise<string> {
  const commands = [[], ...commandsBelow(program(paper(() => undefined)))];
  const texts = await Promise.all(commands.map(helpText));
  return texts.join("\n\n");
}

/** Every command that does something, as its words. */
function commandsBelow({ commands }: CommandUnknownOpts): readonly (readonly string[])[] {
  return commands.flatMap((command) => {
    const inner = commandsBelow(command);
    return inner.length === 0 ? [[command.name()]] : inner.map((words) => [command.name(), ...words]);
  });
}

function paper(print: Terminal["print"]): Terminal {
  const colors = picocolors.createColors(false);
  return { print, note: () => undefined, colors, noteColors: colors, watched: false };
}

async function helpText(command: readonly string[]): Promise<string> {
  const printed: string[] = [];
  // Commander ends a run that asked for help with an exception.
  await program(paper((text) => void printed.push(text)))
    .parseAsync([...command, "--help"], { from: "user" })
    .catch(() => undefined);
  return [`$ npx ${["twinsite", ...command, "--help"].join(" ")}`, "", ...printed].join("\n");
}
