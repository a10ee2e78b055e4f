import { estateOf } from "../synthesized/estate/estate";
import { targetsIn } from "../synthesized/estate/follow";
import type { Template } from "../synthesized/template";

/** What stacks refer to and nobody has, as Terraform would refuse it; followed through every state that is read. */
export function danglingReferences(templates: readonly Template[]): readonly string[] {
  const estate = estateOf(templates);
  return templates.flatMap((template) =>
    [...template.resources, ...template.dataSources].flatMap(({ address, attributes }) =>
      targetsIn(estate, template, attributes).flatMap((target) => {
        if (target.kind === "absent") return [`${template.stack}:${address} to ${target.template.stack}:${target.address}`];
        return target.kind === "unresolved" ? [`${template.stack}:${address} to ${target.why}`] : [];
      }),
    ),
  );
}
