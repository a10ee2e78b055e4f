import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Fault } from "../../../config/fault";
import { readDeployment } from "../../../config/read-deployment";
import { builtFindings } from "../../../design/limits/limits";

/** The sample as it is, with its promise of where data may be. */
export const swedenWithResidency = readFileSync(join(__dirname, "../../../config/deployments/sweden.yaml"), "utf8");

/** Without that promise, which has tests of its own: every move to another country would break it too. */
export const swedenText = swedenWithResidency.replace(/\nresidency:\n( .*\n)+/, "");

/** The sample at other locations, whose codes are confirmed, with nothing unknown, every capacity measured and every rate raised. */
export const swedenWithoutWarnings = swedenText
  .replaceAll("dxLocation: EQSK1", "dxLocation: TLS10")
  .replaceAll("dxLocation: ITXS1", "dxLocation: LGU57")
  .replaceAll(
    /secretsmanager:eu-[a-z]+-1:(\d+):secret:directconnect!prod\/eu-[a-z]+-1/g,
    "secretsmanager:ap-northeast-2:$1:secret:directconnect!prod/ap-northeast-2",
  )
  .replace(
    "route: unknown\n      ducts: []\n      buildingEntry: unknown",
    "route: east-ring\n      ducts: [duct-e-1]\n      buildingEntry: west-entry",
  )
  .replaceAll("{ kind: assumed, owner: payments-platform, asOf: 2026-11 }", "{ kind: measured, source: Load test, asOf: 2026-11 }")
  .replace("  raisedQuotas:\n", "  raisedRates:\n    kmsCalls: 1000000\n  raisedQuotas:\n");

/** Some text of the sample file, and what to put in its place. */
export type Edit = readonly [from: string, to: string];

/** A fault as tests state it: its path, the text that it points to, what was found, how to mend it. */
export type Told = readonly [path: string, here: string, what: string, mend: string];

/** An edit of the sample file, and every fault that it makes. */
export interface FaultyCase {
  readonly title: string;
  readonly edits: readonly Edit[];
  readonly faults: readonly Told[];
}

export function edited(...edits: readonly Edit[]): string {
  return edits.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`stands not once in sweden.yaml: ${from}`);
    return text.replace(from, () => to);
  }, swedenText);
}

export function faultsOf(text: string | Uint8Array): readonly Fault[] {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const reading = readDeployment(bytes, "sweden.yaml");
  return reading.kind === "sound" ? [] : reading.faults;
}

export function told(text: string): readonly Told[] {
  return faultsOf(text).map((fault) => toldAs(text, fault));
}

/** The warnings of a file without faults, told in the same way. */
export function warned(text: string): readonly Told[] {
  const reading = readDeployment(new TextEncoder().encode(text), "sweden.yaml", builtFindings);
  if (reading.kind === "faulty") throw new Error(`the file has faults: ${reading.faults.map(({ what }) => what).join(" ")}`);
  return reading.warnings.map((warning) => toldAs(text, warning));
}

function toldAs(text: string, { path, line, column, what, mend }: Fault): Told {
  return [path, textAt(text, line, column), what, mend];
}

/** The word that a fault's line and column point to. */
function textAt(text: string, line: number, column: number): string {
  const rest = text.split("\n")[line - 1]?.slice(column - 1);
  return rest?.match(/^[^\s,\]}]*/)?.[0] ?? "nowhere";
}
