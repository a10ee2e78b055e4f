import type { Estate } from "../../../synthesized/estate/estate";
import { roleOf } from "../../../synthesized/estate/stacks";
import { resourcesOf, type Template } from "../../../synthesized/template";

/** The stacks whose flows are judged: those that say that they are a site's, and any that holds a network, whatever it says. */
export function networkStacks({ stacks }: Estate): readonly Template[] {
  return stacks.filter((stack) => roleOf(stack) === "site" || resourcesOf(stack, "aws_vpc").length > 0);
}
