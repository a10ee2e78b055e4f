import { blocksAt, textAt } from "../../synthesized/attributes";
import type { Estate } from "../../synthesized/estate/estate";

/** Something that only an apply can tell, and that Terraform itself then holds the answer to. */
export interface ApplyCondition {
  readonly stack: string;
  readonly address: string;
  /** What Terraform says where it does not hold. */
  readonly message: string;
}

/** Every condition that blocks put to what AWS answers, such as which device a port was given. */
export function applyConditions({ stacks }: Estate): readonly ApplyCondition[] {
  return stacks.flatMap(({ stack, resources, dataSources }) =>
    [...resources, ...dataSources].flatMap(({ address, attributes }) =>
      blocksAt(attributes, "lifecycle")
        .flatMap((lifecycle) => [...blocksAt(lifecycle, "precondition"), ...blocksAt(lifecycle, "postcondition")])
        .map((condition) => ({ stack, address, message: textAt(condition, "error_message") ?? "a condition without words" })),
    ),
  );
}
