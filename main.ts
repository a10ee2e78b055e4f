import { readFileSync, statSync } from "node:fs";
import { App } from "cdktf";
import { type DeploymentReading, readDeployment, unreadable } from "./config/read-deployment";
import { type Design, designOf } from "./design/design";
import { builtFindings } from "./design/limits/limits";
import { BootstrapStack } from "./stacks/bootstrap";
import { CellStack } from "./stacks/cell";
import { whileDrawing } from "./stacks/drawing";
import { FoundationStack } from "./stacks/foundation";
import { GlobalLedgerStack } from "./stacks/global-ledger";
import { GlobalLedgerMemberStack } from "./stacks/global-ledger-member";
import { GuardrailsAccountStack } from "./stacks/guardrails-account";
import { GuardrailsRegionStack } from "./stacks/guardrails-region";
import { InterconnectStack } from "./stacks/interconnect";
import { LedgerStack } from "./stacks/ledger";
import type { LedgerAtSite } from "./stacks/ledger-at-site";
import { LedgerDoorStack } from "./stacks/ledger-door";
import { LedgerMemberStack } from "./stacks/ledger-member";
import { LinksStack } from "./stacks/links";
import { NamesStack } from "./stacks/names";
import { PortsStack } from "./stacks/ports";
import { RegionalLedgerStack } from "./stacks/regional-ledger";
import { SharedStack } from "./stacks/shared";
import { SiteStack } from "./stacks/site";
import { TrafficStack } from "./stacks/traffic";

const DEFAULT_DEPLOYMENT = "config/deployments/sweden.yaml";

/** Draws every stack of a design and writes its Terraform below `outdir`. */
export function synthesize(design: Design, outdir: string): void {
  whileDrawing(() => draw(design, outdir));
}

function draw(design: Design, outdir: string): void {
  const app = new App({ outdir, stackTraces: false });
  for (const bootstrap of design.bootstraps) new BootstrapStack(app, bootstrap);
  new GuardrailsAccountStack(app, design.guardrailsAccount);
  for (const region of design.guardrailsRegions) new GuardrailsRegionStack(app, region);
  const names = new NamesStack(app, design.names);
  const siteA = new SiteStack(app, design.siteA);
  const siteB = new SiteStack(app, design.siteB);
  new SharedStack(app, design.shared);
  const ledgers = defineLedgers(app, design, [siteA, siteB]);
  const cells = design.cells.map((cell) => new CellStack(app, cell, { names, sites: [siteA, siteB], ledgers }));
  new InterconnectStack(app, design.interconnect, { a: siteA, b: siteB });
  const ports = design.ports.map((location) => new PortsStack(app, location));
  for (const location of design.links) new LinksStack(app, location, { ports, gates: { a: siteA.transitGate, b: siteB.transitGate } });
  new TrafficStack(app, design.traffic, { names, sites: { a: siteA, b: siteB }, cells, overview: design.overview });
  const stacks = app.node.children.filter((child) => child instanceof FoundationStack);
  for (const stack of stacks) stack.waitFor(stacks);
  app.synth();
}

/** What each site has of every cell's ledger, of the engine that the design has. */
function defineLedgers(app: App, design: Design, sites: readonly SiteStack[]): readonly LedgerAtSite[] {
  const members = design.ledgerMembers.map((member) => new LedgerMemberStack(app, member, sites));
  for (const ledger of design.ledgers) new LedgerStack(app, ledger, members);
  const regional = design.regionalLedgers.map((ledger) => new RegionalLedgerStack(app, ledger, sites));
  const doors = design.ledgerDoors.map((door) => new LedgerDoorStack(app, door, { sites, ledgers: regional }));
  for (const ledger of design.globalLedgers) new GlobalLedgerStack(app, ledger);
  return [...members, ...doors, ...design.globalLedgerMembers.map((member) => new GlobalLedgerMemberStack(app, member, sites))];
}

/**
 * The program that `cdktf` runs: one argument, the deployment file. Ends with code 2 and the
 * faults on standard error where the file has any; nothing is written then.
 */
export function main(argv: readonly string[]): void {
  const reading = readFile(argv[0] ?? DEFAULT_DEPLOYMENT);
  if (reading.kind === "faulty") {
    for (const { file, line, column, path, what, mend } of reading.faults) {
      process.stderr.write(`${file}:${line}:${column} ${path}: ${what} ${mend}\n`);
    }
    process.exitCode = 2;
    return;
  }
  synthesize(designOf(reading.deployment), process.env["CDKTF_OUTDIR"] ?? "cdktf.out");
}

function readFile(file: string): DeploymentReading {
  try {
    // A pipe would be waited for, a device read for ever.
    if (!statSync(file).isFile()) return refused(file, "This is no file.");
    return readDeployment(readFileSync(file), file, builtFindings);
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    return refused(file, `The file cannot be read (${String(error.code)}).`);
  }
}

function refused(file: string, what: string): DeploymentReading {
  const mend = "Name a deployment file, in cdktf.json or as the program's argument.";
  return { kind: "faulty", faults: [unreadable(file, { what, allowed: "A deployment file.", mend })] };
}

if (require.main === module) main(process.argv.slice(2));
