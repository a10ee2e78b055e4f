import { type PaymentTraces, tracePayments } from "../../analysis/payment-trace/trace";
import { paymentsJson, paymentsMarkdown, paymentsText } from "../../reports/judgements/payment-trace";
import { estateOf } from "../../synthesized/estate/estate";
import { readSynthesizedStacks } from "../files/synthesized-stacks";
import { type ExitCode, exitCodes } from "../terminal/exit-codes";
import type { Terminal } from "../terminal/terminal";

export interface ShowPaymentsOptions {
  readonly in: string;
  readonly form: "text" | "json" | "markdown";
}

/** A payment on every path, traced through the files of a synth as they lie there. */
export function showPayments(options: ShowPaymentsOptions, terminal: Terminal): ExitCode {
  const payments = tracePayments(estateOf(readSynthesizedStacks(options.in).map(({ template }) => template)));
  terminal.print(written(payments, options.form, terminal));
  return payments.verdict === "met" ? exitCodes.fine : exitCodes.no;
}

function written(payments: PaymentTraces, form: ShowPaymentsOptions["form"], { colors }: Terminal): string {
  switch (form) {
    case "text":
      return paymentsText(payments, colors);
    case "json":
      return paymentsJson(payments);
    case "markdown":
      return paymentsMarkdown(payments);
  }
}
