import { allowsDeployment, type JudgedEstate, judgeEstate } from "../../analysis/judged-estate";
import { judgedData, judgedMarkdown, judgedText } from "../../reports/judgements/judged-estate";
import { readEstate } from "../files/read-estate";
import { type ExitCode, exitCodes } from "../terminal/exit-codes";
import type { Terminal } from "../terminal/terminal";

export interface JudgeOptions {
  readonly in: string;
  /** The day by which acknowledgements are still good. */
  readonly asOf: string;
  readonly form: keyof typeof forms;
}

/** Every form that the result can be asked for in. */
const forms = {
  text: (judged: JudgedEstate, { colors }: Terminal) => judgedText(judged, colors),
  json: (judged: JudgedEstate) => JSON.stringify(judgedData(judged), undefined, 2),
  markdown: (judged: JudgedEstate) => judgedMarkdown(judged),
} as const;

/** Judges what lies in a folder, whoever made or changed it, without Terraform. */
export function judge(options: JudgeOptions, terminal: Terminal): ExitCode {
  const { estate } = readEstate(options.in);
  const judged = judgeEstate(estate, options.asOf);
  terminal.print(forms[options.form](judged, terminal));
  return allowsDeployment(judged) ? exitCodes.fine : exitCodes.no;
}
