import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import picocolors from "picocolors";
import { z } from "zod";
import { judgeBorders } from "../analysis/borders/borders";
import { tracePayments } from "../analysis/payment-trace/trace";
import { deploymentJsonSchema } from "../config/deployment-json-schema";
import type { DeploymentReading } from "../config/read-deployment";
import { bordersMarkdown } from "../reports/borders";
import { runbookText } from "../reports/deployment-runbook";
import { type Layer, layersDiagram } from "../reports/layers";
import { paymentsMarkdown } from "../reports/payment-trace";
import { sitesPicture } from "../reports/sites-picture";
import { stacksMarkdown } from "../reports/stacks";
import { synthesisText } from "../reports/synthesis";
import { checkDeployment } from "./check";
import { runbookOf } from "./deploy";
import { deployableStacks } from "./deployable-stacks";
import { pictureOf } from "./picture-sites";
import { program } from "./program";
import { type Synthesis, synthesizeInto } from "./synth";
import { readSynthesizedStacks, type SynthesizedStack } from "./synthesized-stacks";
import { withTemporaryFolder } from "./temporary-folder";
import type { Terminal } from "./terminal";

const REFERENCE_DEPLOYMENT = "config/deployments/sweden.yaml";
const OUTPUT = "cdktf.out";

/** The texts that documentation pages may ask for, by name. To add one, name it here. */
const parts: Readonly<Record<string, () => string | Promise<string>>> = {
  borders: async () => bordersMarkdown(judgeBorders((await referenceSynthesis()).all.map(({ template }) => template))),
  "deploy-steps": async () => fenced("text", deploySteps((await referenceSynthesis()).all)),
  help: async () => fenced("text", await helpTexts()),
  payments: async () => paymentsMarkdown(tracePayments((await referenceSynthesis()).all.map(({ template }) => template))),
  layers: () => fenced("mermaid", layersDiagram(readLayers())),
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
/** Made once, for all parts that show something of it. */
function referenceSynthesis(): Promise<ReferenceSynthesis> {
  made ??= synthesizeReference();
  return made;
}

function synthesizeReference(): Promise<ReferenceSynthesis> {
  return withTemporaryFolder(join(tmpdir(), "twinsite-docs-"), async (folder) => {
    const out = join(folder, OUTPUT);
    return { synthesis: await synthesizeInto(out, referenceReading().deployment), all: readSynthesizedStacks(out) };
  });
}

function deploySteps(all: readonly SynthesizedStack[]): string {
  return runbookText(runbookOf(OUTPUT, { all, stacks: deployableStacks(all), scope: undefined }));
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

const layerTable = z.object({
  layers: z.array(
    z.object({ name: z.string(), imports: z.array(z.string()), importsTypesOf: z.array(z.string()).default([]), why: z.string() }),
  ),
});

/** The table that the layer check enforces is the one that is drawn. */
function readLayers(): readonly Layer[] {
  const settings: unknown = createRequire(resolve("package.json"))("./.dependency-cruiser.cjs");
  return layerTable.parse(settings).layers;
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

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}
