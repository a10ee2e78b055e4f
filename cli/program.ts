import { Command, type CommandUnknownOpts, Option } from "@commander-js/extra-typings";
import { version } from "../package.json";
import { wrappedText } from "../reports/table";
import { exitCodesHelp } from "./exit-codes";
import { givenValue, givenValues } from "./option-value";
import type { Terminal } from "./terminal";

const DEPLOYMENT = "config/deployments/sweden.yaml";
const OUTPUT = "cdktf.out";

/**
 * The command line. What a command needs is loaded when it runs, so that `--help` and a wrong
 * option are answered at once.
 */
export function program(terminal: Terminal): CommandUnknownOpts {
  const twinsite = new Command("twinsite")
    .description(
      "Two mirrored, live data centres for payments from one deployment file: synthesized to Terraform, and planned before it is deployed.",
    )
    .version(version, "--version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .configureHelp({ helpWidth: 100 })
    .configureOutput({ writeOut: (text) => terminal.print(text.trimEnd()), writeErr: (text) => terminal.note(wrappedText(text.trimEnd())) })
    .exitOverride()
    .addHelpText("after", examples("twinsite synth", "twinsite plan", "twinsite check config/deployments/sweden.yaml"))
    .addHelpText("after", `\n${exitCodesHelp}`);
  for (const define of [synthCommand, showCommand, planCommand, rehearseCommand, deployCommand, checkCommand]) {
    twinsite.addCommand(withSettingsOf(twinsite, define(terminal)));
  }
  return twinsite;
}

/** Commander hands down output, errors and help to commands that it makes itself only. */
function withSettingsOf(parent: CommandUnknownOpts, command: CommandUnknownOpts): CommandUnknownOpts {
  command.copyInheritedSettings(parent);
  for (const inner of command.commands) withSettingsOf(command, inner);
  return command;
}

function synthCommand(terminal: Terminal): CommandUnknownOpts {
  return new Command("synth")
    .summary("make the Terraform of a deployment")
    .description(
      "Checks a deployment file and makes its Terraform. A file with faults is answered with all of them at once, and nothing is written then.",
    )
    .option("--deployment <file>", "the deployment", givenValue, DEPLOYMENT)
    .option("--out <folder>", "where the Terraform goes: a new folder, or that of an earlier synth", givenValue, OUTPUT)
    .addOption(jsonOption())
    .addHelpText("after", examples("twinsite synth", "twinsite synth --deployment my-bank.yaml --out /tmp/my-bank"))
    .action(async (options) => {
      const { synth } = await import("./synth");
      process.exitCode = await synth({ ...options, form: formOf(options) }, terminal);
    });
}

function showCommand(terminal: Terminal): CommandUnknownOpts {
  return new Command("show")
    .summary("show what the last synth made, or what a deployment's design says")
    .description("Shows what the last synth made, or what a deployment's design says.")
    .addCommand(showStacksCommand(terminal))
    .addCommand(showLinksCommand(terminal))
    .addCommand(showPaymentsCommand(terminal));
}

function showStacksCommand(terminal: Terminal): CommandUnknownOpts {
  return new Command("stacks")
    .summary("the stacks: Region, resources, what each waits for")
    .description("Shows the stacks of the last synth in an order in which they can be deployed.")
    .addOption(inOption())
    .addOption(jsonOption())
    .addHelpText("after", examples("twinsite show stacks", "twinsite show stacks --json | jq -r '.stacks[].name'"))
    .action(async (options) => {
      const { showStacks } = await import("./show-stacks");
      process.exitCode = showStacks({ ...options, form: formOf(options) }, terminal);
    });
}

function showLinksCommand(terminal: Terminal): CommandUnknownOpts {
  return new Command("links")
    .summary("what the routers of the private lines must be set to")
    .description(
      "Shows, link by link, what the people at the routers need: port, MACsec, VLANs, AS numbers, addresses, prefixes, BGP and BFD, " +
        "and the circuit that leads there. It comes from the design, so it can be sent before anything is ordered.",
    )
    .option("--deployment <file>", "the deployment", givenValue, DEPLOYMENT)
    .addOption(jsonOption())
    .addOption(new Option("--markdown", "print it as a page in Markdown").conflicts("json"))
    .addHelpText("after", examples("twinsite show links", "twinsite show links --deployment my-bank.yaml --markdown > routers.md"))
    .action(async ({ deployment, markdown, ...options }) => {
      const { showLinks } = await import("./show-links");
      process.exitCode = showLinks({ deployment, form: markdown === true ? "markdown" : formOf(options) }, terminal);
    });
}

function showPaymentsCommand(terminal: Terminal): CommandUnknownOpts {
  return new Command("payments")
    .summary("a payment on every path, step by step, as the Terraform lets it pass")
    .description(
      "Follows one payment on each path, to each cell at each site, through the files of the last synth: name, answer, address, route, " +
        "firewall, listener, task, role, key, endpoint, ledger and logs, there and back. A piece that is missing is named, and ends with 1.",
    )
    .addOption(inOption())
    .addOption(jsonOption())
    .addOption(new Option("--markdown", "print it as a page in Markdown").conflicts("json"))
    .addHelpText("after", examples("twinsite show payments", "twinsite show payments --markdown > payments.md"))
    .action(async ({ markdown, ...options }) => {
      const { showPayments } = await import("./show-payments");
      process.exitCode = showPayments({ ...options, form: markdown === true ? "markdown" : formOf(options) }, terminal);
    });
}

function planCommand(terminal: Terminal): CommandUnknownOpts {
  return new Command("plan")
    .summary("have the real Terraform plan every stack, without AWS")
    .description(
      "Runs Terraform's init and plan on a copy of every stack with fake keys and empty state: no AWS account, no network " +
        "beyond getting the provider once. Judges the output as it lies there, hand-made changes included: mirror, flows, tags. " +
        "TERRAFORM_BINARY_NAME=tofu takes OpenTofu; TF_CLI_CONFIG_FILE may name a provider mirror.",
    )
    .addOption(inOption())
    .option("--out <folder>", "where the plans go, as <stack>.json: a new folder, or that of earlier plans", givenValue, "out/plans")
    .option("--stack <name...>", "plan these stacks only; earlier plans of others stay", givenValues)
    .addOption(jsonOption())
    .addHelpText("after", examples("twinsite plan", "twinsite plan --stack site-a site-b", "twinsite plan --json > plans.json"))
    .action(async (options) => {
      const { plan } = await import("./plan");
      process.exitCode = await plan({ ...options, stack: options.stack ?? [], form: formOf(options) }, terminal);
    });
}

function deployCommand(terminal: Terminal): CommandUnknownOpts {
  return new Command("deploy")
    .summary("deploy one site, or what belongs to neither, with cdktf")
    .description(
      "Has cdktf deploy one step of an output, exactly as it lies there: judged first, each stack after those it waits for, which " +
        "their states are asked about. Never two sites in one run. It stops where a person must act, and says what to do. " +
        "CDKTF_BINARY_NAME and TERRAFORM_BINARY_NAME name other programs than cdktf and terraform.",
    )
    .option("--bootstrap", "what states are kept in")
    .option("--site <name>", "a site, a or b, and nothing of the other", givenValues)
    .option("--shared", "what belongs to neither site")
    .option("--done <gate>", "what a person was asked for is done; once for each", givenValues)
    .option("--auto-approve", "approve every plan unseen, where somebody has approved those of this output")
    .option("--dry-run", "print every step with its commands, and deploy nothing")
    .addOption(inOption())
    .addOption(new Option("--json", "print the steps as JSON on standard output, and deploy nothing").implies({ dryRun: true }))
    .addHelpText("after", examples("twinsite deploy --dry-run", "twinsite deploy --site a", "twinsite deploy --shared --done delegation"))
    .action(async ({ site = [], done = [], shared = false, bootstrap = false, autoApprove, dryRun, json, ...options }) => {
      const { deploy } = await import("./deploy");
      const form = dryRun === true ? formOf({ json }) : "run";
      process.exitCode = await deploy(
        { ...options, site, done, shared, bootstrap, approval: autoApprove === true ? "given" : "asked", form },
        terminal,
      );
    });
}

function rehearseCommand(terminal: Terminal): CommandUnknownOpts {
  return new Command("rehearse")
    .summary("have the real Terraform roll out every stack on its own mock of AWS")
    .description(
      "Runs `terraform test` on a copy of every stack: applied in order, each with the outputs of those before it, on a mock of AWS " +
        "that answers in AWS's forms. No AWS account is asked, so nothing is shown of permissions, quotas or AWS itself. With --without, " +
        "a site's Region is gone, with the states and outputs in it: every stack of the other side is rebuilt from nothing, those that " +
        "see both are planned from recorded outputs, and those that cannot be are named with their runbook.",
    )
    .addOption(inOption())
    .option("--without <site...>", "then rehearse the loss of a site, one at a time", givenValues)
    .addOption(jsonOption())
    .addHelpText("after", examples("twinsite rehearse", "twinsite rehearse --without a", "twinsite rehearse --without a b --json"))
    .action(async (options) => {
      const { rehearse } = await import("./rehearse");
      process.exitCode = await rehearse({ ...options, without: options.without ?? [], form: formOf(options) }, terminal);
    });
}

function checkCommand(terminal: Terminal): CommandUnknownOpts {
  return new Command("check")
    .summary("list the faults of a deployment file")
    .description("Lists all faults of a deployment file: where, what was found, what is allowed, how to mend it.")
    .argument("<file>", "the deployment file")
    .addOption(jsonOption())
    .addHelpText("after", examples("twinsite check config/deployments/sweden.yaml", "twinsite check my-bank.yaml --json"))
    .action(async (file, options) => {
      const { check } = await import("./check");
      process.exitCode = check({ file, form: formOf(options) }, terminal);
    });
}

const inOption = () => new Option("--in <folder>", "the output of a synth").argParser(givenValue).default(OUTPUT);
const jsonOption = () => new Option("--json", "print the result as JSON on standard output, and nothing else there");

function formOf(options: { readonly json?: true | undefined }): "text" | "json" {
  return options.json === true ? "json" : "text";
}

function examples(...commands: readonly string[]): string {
  return ["\nExamples:", ...commands.map((command) => `  npx ${command}`)].join("\n");
}
