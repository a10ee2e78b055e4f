import { Command, type CommandUnknownOpts, Option } from "@commander-js/extra-typings";
import { version } from "../package.json";
import { wrappedText } from "../reports/text/wrap";
import { showCommand } from "./commands/show-commands";
import { asOfOption, deploymentOption, examples, formOf, inOption, jsonOption, OUTPUT } from "./terminal/command-options";
import { exitCodesHelp } from "./terminal/exit-codes";
import { givenMegabytes, givenOrder, givenValue, givenValues } from "./terminal/option-value";
import type { Terminal } from "./terminal/terminal";

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
  for (const define of [synthCommand, judgeCommand, showCommand, planCommand, rehearseCommand, deployCommand, checkCommand, solveCommand]) {
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
    .addOption(deploymentOption())
    .option("--out <folder>", "where the Terraform goes: a new folder, or that of an earlier synth", givenValue, OUTPUT)
    .addOption(asOfOption())
    .addOption(jsonOption())
    .addHelpText("after", examples("twinsite synth", "twinsite synth --deployment my-bank.yaml --out /tmp/my-bank"))
    .action(async (options) => {
      const { synth } = await import("./commands/synth");
      process.exitCode = await synth({ ...options, form: formOf(options) }, terminal);
    });
}

function judgeCommand(terminal: Terminal): CommandUnknownOpts {
  return new Command("judge")
    .summary("judge what lies in a folder, whoever made or changed it")
    .description(
      "Reads an output as Terraform would read it and judges it: mirror, flows, whether each site lives alone, payments, borders, " +
        "hygiene. It needs no Terraform. Every finding has an id; one that the deployment file acknowledges, with reason, owner and " +
        "expiry, stands all the same and stops nobody. Ends with 0 where all is met or acknowledged, with 1 where it is not.",
    )
    .addOption(inOption())
    .addOption(asOfOption())
    .addOption(new Option("--markdown", "print the result as a page").conflicts("json"))
    .addOption(jsonOption())
    .addHelpText("after", examples("twinsite judge", "twinsite judge --in my-output --json", "twinsite judge --as-of 2027-01-01"))
    .action(async (options) => {
      const { judge } = await import("./commands/judge");
      process.exitCode = judge({ ...options, form: options.markdown === true ? "markdown" : formOf(options) }, terminal);
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
    .addOption(
      new Option(
        "--keep-nothing",
        "only say what Terraform thinks of them, and keep no plan: nearly half of the time goes into plans that are kept",
      ).conflicts("out"),
    )
    .addOption(asOfOption())
    .addOption(jsonOption())
    .addHelpText("after", examples("twinsite plan", "twinsite plan --stack site-a site-b", "twinsite plan --json > plans.json"))
    .action(async (options) => {
      const { plan } = await import("./commands/plan");
      const keep = options.keepNothing === true ? "nothing" : "plans";
      process.exitCode = await plan({ ...options, stack: options.stack ?? [], keep, form: formOf(options) }, terminal);
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
    .addOption(asOfOption())
    .addOption(new Option("--json", "print the steps as JSON on standard output, and deploy nothing").implies({ dryRun: true }))
    .addHelpText("after", examples("twinsite deploy --dry-run", "twinsite deploy --site a", "twinsite deploy --shared --done delegation"))
    .action(async ({ site = [], done = [], shared = false, bootstrap = false, autoApprove, dryRun, json, ...options }) => {
      const { deploy } = await import("./commands/deploy");
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
      const { rehearse } = await import("./commands/rehearse");
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
      const { check } = await import("./commands/check");
      process.exitCode = check({ file, form: formOf(options) }, terminal);
    });
}

function solveCommand(terminal: Terminal): CommandUnknownOpts {
  return new Command("solve")
    .summary("solve fault trees: exact probability, minimal cut sets")
    .description(
      "Reads fault trees in the Open-PSA model exchange format (XML) and solves them exactly: the probability of the top event, and " +
        "its minimal cut sets, all and by their number of events, where nothing is negated. Any fault in any file ends with 2, and " +
        "nothing is solved then. A tree that does not fit into the memory says how far it came; that ends with 1, and so does a check " +
        "that does not agree.",
    )
    .argument("<file...>", "the models, of 64 MB at most")
    .option("--cut-sets <order>", "list the minimal cut sets of so many events or fewer", givenOrder)
    .option("--importance", "each event's Birnbaum importance, risk achievement and risk reduction worth")
    .option("--check", "count the cut sets a second way too, and hold the probability against bounds from them")
    .option("--top <gate>", "the gate that is asked about (default: the only one that no other refers to)", givenValue)
    .option("--memory <MB>", "how much memory a tree may take besides what its file takes, about", givenMegabytes, 2048)
    .addOption(jsonOption())
    .addHelpText(
      "after",
      examples(
        "twinsite solve model.xml",
        "twinsite solve model.xml --cut-sets 2 --importance",
        "twinsite solve *.xml --json | jq '.[].probability'",
      ),
    )
    .action(async (files, { importance = false, check: isChecked = false, memory, ...options }) => {
      const { solveFiles } = await import("./commands/solve");
      const { cutSets, top } = options;
      process.exitCode = solveFiles(
        { files, top, cutSets, importance, check: isChecked, memoryMegabytes: memory, form: formOf(options) },
        terminal,
      );
    });
}
