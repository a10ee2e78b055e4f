/** What the program ends with; documented in --help, so a change here is a breaking one. */
export const exitCodes = { fine: 0, no: 1, badInput: 2, toolMissing: 3, bug: 70 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export const exitCodesHelp = `Exit codes:
  0   fine
  1   the answer is no: a verdict is negative, or Terraform said no
  2   bad input or usage; nothing was written or deleted
  3   a tool that is needed is missing
  70  a bug in twinsite`;
