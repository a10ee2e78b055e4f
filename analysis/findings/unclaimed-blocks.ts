import type { Estate } from "../../synthesized/estate/estate";
import { siteOf } from "../../synthesized/estate/stacks";
import { resourcesOf } from "../../synthesized/template";
import type { Observation } from "./finding";

/** What only a site has: a network, what payments arrive at, what answers them. */
const OF_A_SITE = ["aws_vpc", "aws_lb", "aws_ecs_service"] as const;

/**
 * Evidence is a claim to be checked: where a stack has what only a site has and says of none, nobody
 * looked at it as a site's, and a judgement about sites has not read all that it speaks of.
 */
export function unclaimedBlocks({ stacks }: Estate): readonly Observation[] {
  return stacks
    .filter((template) => siteOf(template) === undefined)
    .flatMap((template) =>
      OF_A_SITE.flatMap((type) => resourcesOf(template, type)).map(({ address }) => ({
        verdict: "undetermined" as const,
        stack: template.stack,
        address,
        attribute: "",
        expected: "evidence that says which site it is of",
        found: template.evidence.kind === "read" ? "evidence of no site" : `evidence that is ${template.evidence.kind}`,
        settledBy: `output twinsite_evidence of stack ${template.stack} with its site`,
      })),
    );
}
