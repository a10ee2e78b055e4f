import { judgeMirror, type MirrorVerdict } from "../analysis/mirror";
import { judgeHygiene } from "../analysis/output-hygiene";
import { type FlowsVerdict, judgeFlows } from "../analysis/permitted-flows";
import { siteOf } from "../analysis/site";
import type { OutputVerdicts } from "../reports/verdicts";
import type { SynthesizedStack } from "./synthesized-stacks";

/** Everything that is judged of an output as it lies there, from its files alone. */
export function judgeOutput(stacks: readonly SynthesizedStack[]): OutputVerdicts {
  const manifest = stacks.map(({ name }) => ({ name, templatePath: "", dependencies: [] }));
  const hygiene = judgeHygiene({ manifest, templates: stacks.map(({ template }) => template) });
  return { mirrors: mirrorsOf(stacks), flows: flowsOf(stacks), hygiene };
}

export function allMet({ mirrors, flows, hygiene }: OutputVerdicts): boolean {
  return [...mirrors, ...flows, hygiene].every(({ verdict }) => verdict === "met");
}

/** `site-a` and `site-b` are one design drawn twice, and so is every pair named like them. */
function mirrorsOf(stacks: readonly SynthesizedStack[]): readonly MirrorVerdict[] {
  return stacks.flatMap((a) => {
    const b = a.name.endsWith("-a") ? stacks.find(({ name }) => name === a.name.replace(/-a$/, "-b")) : undefined;
    return b === undefined ? [] : [judgeMirror(a.template, b.template)];
  });
}

/** Whether each site lets its declared flows pass and nothing else; what joins the sites is read with it. */
function flowsOf(stacks: readonly SynthesizedStack[]): readonly FlowsVerdict[] {
  const templates = stacks.map(({ template }) => template);
  const sites = templates.filter((template) => siteOf(template) === template.stack);
  return sites.map((site) =>
    judgeFlows(
      site,
      templates.filter((other) => other !== site),
    ),
  );
}
