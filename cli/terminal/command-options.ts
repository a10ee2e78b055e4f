import { Option } from "@commander-js/extra-typings";
import { givenDay, givenValue } from "./option-value";

/** Where a synth puts its output unless told otherwise. */
export const OUTPUT = "cdktf.out";

export const deploymentOption = () =>
  new Option("--deployment <file>", "the deployment").argParser(givenValue).default("config/deployments/sweden.yaml");
export const inOption = () => new Option("--in <folder>", "the output of a synth").argParser(givenValue).default(OUTPUT);
export const asOfOption = () =>
  new Option("--as-of <day>", "the day by which acknowledgements are still good")
    .argParser(givenDay)
    .default(new Date().toISOString().slice(0, "2026-11-25".length), "today");
export const jsonOption = () => new Option("--json", "print the result as JSON on standard output, and nothing else there");

export function formOf(options: { readonly json?: true | undefined }): "text" | "json" {
  return options.json === true ? "json" : "text";
}

export function examples(...commands: readonly string[]): string {
  return ["\nExamples:", ...commands.map((command) => `  npx ${command}`)].join("\n");
}
