import { z } from "zod";
import { parseFile } from "./unreadable";

/** One line of `terraform … -json` that is worth a person's attention. */
export interface Diagnostic {
  readonly severity: "error" | "warning";
  readonly summary: string;
  readonly detail: string;
  /** The block it is about, where Terraform says. */
  readonly address: string | undefined;
}

const diagnosticSchema = z.looseObject({
  severity: z.enum(["error", "warning"]),
  summary: z.string(),
  detail: z.string().optional(),
  address: z.string().optional(),
  snippet: z.looseObject({ context: z.string().nullish() }).nullish(),
});

const messageSchema = z.looseObject({ type: z.string(), diagnostic: diagnosticSchema.optional() });

/** The diagnostics in the stream of `terraform plan -json`: one JSON text a line. */
export function parseDiagnosticStream(text: string, stack: string): readonly Diagnostic[] {
  const source = { file: `the plan messages of stack ${stack}`, mend: "Write them with `terraform plan -json`" };
  return text
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .flatMap((line) => {
      const { diagnostic } = parseFile(line, messageSchema, source);
      return diagnostic === undefined ? [] : [diagnosticOf(diagnostic)];
    });
}

function diagnosticOf({ severity, summary, detail, address, snippet }: z.infer<typeof diagnosticSchema>): Diagnostic {
  // Terraform gives no address for what its own parser finds, but says in which block it stands.
  const block = snippet?.context?.replace(/^resource\./, "");
  return { severity, summary, detail: detail ?? "", address: address ?? block };
}
