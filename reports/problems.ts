import type { Colors } from "picocolors/types";
import { onOneLine } from "./text/printable";
import { wrappedText } from "./text/wrap";

/** What Terraform has to say against a stack. */
export interface Problem {
  readonly severity: "error" | "warning";
  readonly address: string | null;
  readonly summary: string;
  readonly detail: string;
}

export function problemTexts(stack: string, problems: readonly Problem[], colors: Colors): readonly string[] {
  return problems.map(({ severity, address, summary, detail }) => {
    const where = address === null ? stack : `${stack} ${address}`;
    const heading = `${severity === "error" ? colors.red("error") : colors.yellow("warning")} ${onOneLine(where)}: ${onOneLine(summary)}`;
    return [wrappedText(heading, "    "), ...(detail === "" ? [] : [wrappedText(indented(detail), "    ")])].join("\n");
  });
}

function indented(text: string): string {
  return text
    .split("\n")
    .map((line) => `    ${line}`.trimEnd())
    .join("\n");
}
