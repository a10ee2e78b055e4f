import { judgeBorders, verdictOn } from "../analysis/borders/borders";
import { type FlowsVerdict, judgeFlows } from "../analysis/flows/permitted-flows";
import { judgeHygiene } from "../analysis/hygiene/output-hygiene";
import { judgeSitesLiveAlone } from "../analysis/independence/site-lives-alone";
import { judgeMirrors } from "../analysis/mirror/mirror";
import { tracePayments } from "../analysis/payment-trace/trace";
import type { OutputVerdicts } from "../reports/judgements/verdicts";
import { siteOf } from "../synthesized/estate/site";
import type { Template } from "../synthesized/template";
import type { SynthesizedStack } from "./files/synthesized-stacks";

/** Everything that is judged of an output as it lies there, from its files alone. */
export function judgeOutput(stacks: readonly SynthesizedStack[]): OutputVerdicts {
  const manifest = stacks.map(({ name }) => ({ name, templatePath: "", dependencies: [] }));
  const templates = stacks.map(({ template }) => template);
  return {
    mirrors: judgeMirrors(templates),
    flows: flowsOf(templates),
    livesAlone: judgeSitesLiveAlone(templates),
    payments: tracePayments(templates),
    borders: verdictOn(judgeBorders(templates)),
    hygiene: judgeHygiene({ manifest, templates }),
  };
}

/** A judgement that nothing is there to be judged by stops nobody. */
export function allMet({ mirrors, flows, livesAlone, payments, borders, hygiene }: OutputVerdicts): boolean {
  return (
    [...mirrors, ...flows, hygiene].every(({ verdict }) => verdict === "met") &&
    [livesAlone, payments, borders].every(({ verdict }) => verdict === "met" || verdict === "notApplicable")
  );
}

/** Whether each site lets its declared flows pass and nothing else; what joins the sites is read with it. */
function flowsOf(templates: readonly Template[]): readonly FlowsVerdict[] {
  const sites = templates.filter((template) => siteOf(template) === template.stack);
  return sites.map((site) =>
    judgeFlows(
      site,
      templates.filter((other) => other !== site),
    ),
  );
}
