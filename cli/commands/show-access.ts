import { type AccessRole, accessOf } from "../../analysis/access/access";
import { accessRenderers } from "../../reports/access";
import { estateOf } from "../../synthesized/estate/estate";
import { readSynthesizedStacks } from "../files/synthesized-stacks";
import { type ExitCode, exitCodes } from "../terminal/exit-codes";
import type { Terminal } from "../terminal/terminal";

export interface ShowAccessOptions {
  readonly in: string;
  /** All of them where none is named. */
  readonly role: AccessRole | undefined;
  readonly form: "text" | "json";
}

/** The policies that people's roles need for the files of a synth. Documents that are not whole are told, and end with no. */
export function showAccess({ in: folder, role, form }: ShowAccessOptions, terminal: Terminal): ExitCode {
  const estate = estateOf(readSynthesizedStacks(folder).map(({ template }) => template));
  const access = accessOf(estate).filter((one) => role === undefined || one.role === role);
  terminal.print(accessRenderers[form]({ folder, access }, terminal.colors));
  return access.every(({ undetermined }) => undetermined.length === 0) ? exitCodes.fine : exitCodes.no;
}
