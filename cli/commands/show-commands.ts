import { Command, type CommandUnknownOpts, Option } from "@commander-js/extra-typings";
import { deploymentOption, examples, formOf, inOption, jsonOption } from "../terminal/command-options";
import { givenDay, givenDays } from "../terminal/option-value";
import type { Terminal } from "../terminal/terminal";

/** What can be looked at without changing anything; each is loaded when it runs. */
export function showCommand(terminal: Terminal): CommandUnknownOpts {
  return new Command("show")
    .summary("show what the last synth made, or what a deployment's design says")
    .description("Shows what the last synth made, or what a deployment's design says.")
    .addCommand(showStacksCommand(terminal))
    .addCommand(showLinksCommand(terminal))
    .addCommand(showPaymentsCommand(terminal))
    .addCommand(showBordersCommand(terminal))
    .addCommand(showCostCommand(terminal))
    .addCommand(showAccessCommand(terminal))
    .addCommand(showFactsCommand(terminal));
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
    .addOption(deploymentOption())
    .addOption(
      new Option(
        "--options",
        "show instead what could be ordered: kinds of circuits, cost, headroom after every loss and when it ends, " +
          "what each change does, and the last day to order it",
      ),
    )
    .addOption(new Option("--on <day>", "with --options: the day to count from (default: the month of linkTraffic)").argParser(givenDay))
    .addOption(jsonOption())
    .addOption(new Option("--markdown", "print it as a page in Markdown").conflicts("json"))
    .addHelpText(
      "after",
      examples(
        "twinsite show links",
        "twinsite show links --deployment my-bank.yaml --markdown > routers.md",
        "twinsite show links --options",
        "twinsite show links --options --on 2028-05-01 --json | jq '.changes[].orderBy'",
      ),
    )
    .action(async ({ deployment, markdown, options: ofOptions, on, ...options }, command) => {
      const form = markdown === true ? "markdown" : formOf(options);
      if (ofOptions !== true && on !== undefined) command.error("error: option '--on <day>' goes with '--options' only");
      process.exitCode =
        ofOptions === true
          ? (await import("./show-link-options")).showLinkOptions({ deployment, form, on }, terminal)
          : (await import("./show-links")).showLinks({ deployment, form }, terminal);
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

function showFactsCommand(terminal: Terminal): CommandUnknownOpts {
  return new Command("facts")
    .summary("what is taken as true of AWS and the markets: value, source, day it was read")
    .description(
      "Shows every dated fact that the code relies on: table (a file in facts/), row, value, the day it was read and where. Ends with 0, " +
        "old ones or none: whether one still holds is for whoever reads its source again.",
    )
    .option("--stale <days>", "only those that were read more than so many days ago", givenDays)
    .addOption(jsonOption())
    .addHelpText("after", examples("twinsite show facts --stale 365", "twinsite show facts --json | jq -r '.facts[].source' | sort -u"))
    .action(async ({ stale, ...options }) => {
      const { showFacts } = await import("./show-facts");
      process.exitCode = showFacts({ stale, today: today(), form: formOf(options) }, terminal);
    });
}

function showBordersCommand(terminal: Terminal): CommandUnknownOpts {
  return new Command("borders")
    .summary("where data and its log rest or pass, and whether they may")
    .description(
      "Shows every place where the files of the last synth put payment data, the ledger's log or operations' data, or let them pass: " +
        "resource, Region, city, country, what the deployment promises (residency) and what the market's rule says. A place that is not " +
        "promised, that the rule forbids or that cannot be told ends with 1, and so does a deployment that promises nothing.",
    )
    .addOption(inOption())
    .addOption(jsonOption())
    .addOption(new Option("--markdown", "print it as a page in Markdown").conflicts("json"))
    .addHelpText("after", examples("twinsite show borders", "twinsite show borders --json | jq '.borders[] | select(.country != \"SE\")'"))
    .action(async ({ markdown, ...options }) => {
      const { showBorders } = await import("./show-borders");
      process.exitCode = showBorders({ ...options, form: markdown === true ? "markdown" : formOf(options) }, terminal);
    });
}

function showCostCommand(terminal: Terminal): CommandUnknownOpts {
  return new Command("cost")
    .summary("what it costs a month, by dated list prices")
    .description(
      "Shows cells, stacks, resources and what they cost a month while they are there, in US dollars, from the files of the last synth " +
        "and from list prices with source and date. What has no price is named and in no sum; what is there only to be ready is told site by site, with the lines that it is reckoned over.",
    )
    .addOption(inOption())
    .addOption(jsonOption())
    .addHelpText("after", examples("twinsite show cost", "twinsite show cost --in out/million --json | jq .usdPerMonth"))
    .action(async (options) => {
      const { showCost } = await import("./show-cost");
      process.exitCode = showCost({ ...options, today: today(), form: formOf(options) }, terminal);
    });
}

function showAccessCommand(terminal: Terminal): CommandUnknownOpts {
  return new Command("access")
    .summary("the policies that people's roles need, ready to attach")
    .description(
      "Shows the IAM policies that deployer, key administrator and auditor need for the files of the last synth: by the types that the " +
        "stacks hold, what their keys lend, and the states. They are split to fit AWS's limits, and were not tried on AWS. What " +
        "nobody has written down is told, and ends with 1.",
    )
    .addOption(inOption())
    .addOption(new Option("--role <role>", "only this one").choices(["deployer", "keyAdministrator", "auditor"] as const))
    .addOption(jsonOption())
    .addHelpText(
      "after",
      examples("twinsite show access", "twinsite show access --role auditor --json | jq '.roles[0].policies[0].document' > auditor-1.json"),
    )
    .action(async (options) => {
      const { showAccess } = await import("./show-access");
      process.exitCode = showAccess({ ...options, role: options.role, form: formOf(options) }, terminal);
    });
}

function today(): string {
  return new Date().toISOString().slice(0, "2026-11-25".length);
}
