import { resolve } from "node:path";
import { allowsDeployment, type JudgedEstate, judgeEstate } from "../../analysis/judged-estate";
import type { Deployment } from "../../config/deployment";
import { designOf } from "../../design/design";
import type { StackRow } from "../../reports/stacks";
import { synthesisJson, synthesisText } from "../../reports/synthesis";
import { folderBeside, refuseForeignFolder } from "../files/output-folder";
import { type Publication, publish } from "../files/publication";
import { type EstateReading, readSynthesizedEstate } from "../files/read-estate";
import type { SynthesizedStack } from "../files/synthesized-stacks";
import { withTemporaryFolder } from "../files/temporary-folder";
import { type ExitCode, exitCodes } from "../terminal/exit-codes";
import type { Terminal } from "../terminal/terminal";
import { checkDeployment, printFaults } from "./check";
import { rowOf } from "./show-stacks";

export interface SynthOptions {
  readonly deployment: string;
  readonly out: string;
  readonly form: "text" | "json";
  /** The day by which acknowledgements are still good. */
  readonly asOf: string;
}

/** Turns a deployment file into Terraform and shows what came of it. */
export async function synth(options: SynthOptions, terminal: Terminal): Promise<ExitCode> {
  const reading = checkDeployment(options.deployment);
  if (reading.kind === "faulty") return printFaults(reading.faults, options, terminal);
  refuseForeignFolder(options.out);
  const synthesis = await synthesizeInto(reading.deployment, options);
  const { deployment, out } = options;
  const report = { deployment, out, warnings: reading.warnings.length, ...synthesis, seconds: performance.now() / 1000 };
  terminal.print(options.form === "json" ? synthesisJson(report) : synthesisText(report, terminal.colors));
  return allowsDeployment(synthesis.judged) ? exitCodes.fine : exitCodes.no;
}

export interface Synthesis extends Publication {
  readonly judged: JudgedEstate;
  readonly stacks: readonly StackRow[];
}

/** Everything is made beside the output and moved in when it is whole: a failure leaves what was there. */
export function synthesizeInto(deployment: Deployment, { out, asOf }: Pick<SynthOptions, "out" | "asOf">): Promise<Synthesis> {
  return withTemporaryFolder(folderBeside(out), async (made) => {
    const { estate, stacks } = await synthesizedEstate(deployment, made);
    return {
      stacks: stacks.map(rowOf),
      judged: judgeEstate(estate, asOf),
      ...publish({ stacks, from: made, to: resolve(out) }),
    };
  });
}

/** The stacks of a deployment, written to a folder and read back from it. */
async function synthesizedEstate(deployment: Deployment, folder: string): Promise<EstateReading> {
  // cdktf is loaded when there is something to draw: it takes longer than all before.
  const { synthesize } = await import("../../main");
  forgetAmbientSettings();
  synthesize(designOf(deployment), folder);
  const reading = readSynthesizedEstate(folder);
  refuseLeftTokens(reading.stacks);
  return reading;
}

/** cdktf reads these, and the output must depend on nothing but the deployment. */
function forgetAmbientSettings(): void {
  for (const name of ["CDKTF_CONTEXT_JSON", "CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS", "SYNTH_HCL_OUTPUT"]) delete process.env[name];
}

/** A string method on a cdktf token writes the token's placeholder into the output. */
function refuseLeftTokens(stacks: readonly SynthesizedStack[]): void {
  const spoilt = stacks.find(({ text }) => /TFTOKEN|TfToken/i.test(text));
  if (spoilt !== undefined)
    throw new Error(`the template of stack ${spoilt.name} holds an unresolved cdktf token (TfToken); nothing was written`);
}
