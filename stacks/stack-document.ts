import { TerraformElement, TerraformOutput, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { resolvedValue } from "./resolved-values";

type Fragment = Readonly<Record<string, unknown>>;

/**
 * The template of a stack, as `TerraformStack` itself would write it. cdktf resolves all values of an
 * element when it prepares a stack, again when it writes the stack, and a third time with all others;
 * here that is done once, which is most of what synth takes.
 */
export class StackDocument {
  private readonly stack: TerraformStack;
  private readonly prepared = new Map<TerraformElement, Fragment>();

  constructor(stack: TerraformStack) {
    this.stack = stack;
  }

  /** Draws what references into other stacks ask for, in this stack and in those. */
  prepare(): void {
    for (const element of elementsOf(this.stack)) this.prepared.set(element, this.fragmentOf(element));
  }

  /** Everything of the stack; what was drawn after it was prepared is what another stack asked for. */
  whole(overrides: unknown): Fragment {
    const overriding = asFragment(resolvedValue(overrides, this.stack));
    const elements = elementsOf(this.stack);
    const fragments = elements.map((element) => this.prepared.get(element) ?? this.fragmentOf(element));
    return merged([...fragments, overriding, { "//": aboutStack(this.stack, elements, overriding) }]);
  }

  private fragmentOf(element: TerraformElement): Fragment {
    return asFragment(resolvedValue(element.toTerraform(), this.stack));
  }
}

function aboutStack(stack: TerraformStack, elements: readonly TerraformElement[], overrides: Fragment): Fragment {
  const own: Fragment = {
    version: stack.node.tryGetContext("cdktfVersion"),
    stackName: stack.node.id,
    overrides: { stack: Object.keys(overrides) },
  };
  return {
    metadata: merged([own, ...elements.map((element) => asFragment(element.toMetadata()))]),
    outputs: merged(elements.filter((element) => TerraformOutput.isTerraformOutput(element)).map(outputPlace)),
  };
}

/** `{ stack: { construct: "logical_id" } }`, which is how the command line of cdktf finds an output by its path. */
function outputPlace(output: TerraformElement): Fragment {
  const [last = "", ...scopes] = output.node.path.split("/").toReversed();
  return scopes.reduce<Fragment>((inner, scope) => ({ [scope]: inner }), { [last]: output.friendlyUniqueId });
}

function elementsOf(construct: IConstruct): readonly TerraformElement[] {
  const own = TerraformElement.isTerraformElement(construct) ? [construct] : [];
  return [...own, ...construct.node.children.filter((child) => !TerraformStack.isStack(child)).flatMap(elementsOf)];
}

/** Members of all, lists put together; where two say something else of one thing, the later one is right. */
function merged(fragments: readonly Fragment[]): Fragment {
  const all = new Map<string, unknown[]>();
  for (const [key, value] of fragments.flatMap(Object.entries<unknown>)) {
    if (value === undefined) continue;
    const earlier = all.get(key);
    if (earlier === undefined) all.set(key, [value]);
    else earlier.push(value);
  }
  return Object.fromEntries([...all].map(([key, values]) => [key, together(values)]));
}

function together(values: readonly unknown[]): unknown {
  if (values.length === 1) return values[0];
  if (values.every(isFragment)) return merged(values);
  return values.every(Array.isArray) ? values.flat() : values.at(-1);
}

function isFragment(value: unknown): value is Fragment {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function asFragment(value: unknown): Fragment {
  if (!isFragment(value)) throw new TypeError(`expected members of a template, got ${typeof value}`);
  return value;
}
