import { isList, isObject, type Json, type JsonObject } from "./json";

/** A block with its labels, such as type and name of a resource. */
export interface LabelledBlock {
  readonly labels: readonly string[];
  readonly body: JsonObject;
}

/** What stands where only a block may stand. */
export interface Misplaced {
  /** Such as `resource.aws_vpc.net`. */
  readonly path: string;
}

export interface LabelledBlocks {
  readonly blocks: readonly LabelledBlock[];
  readonly misplaced: readonly Misplaced[];
}

/**
 * The blocks of one kind, as Terraform's JSON may write them: labels are keys of nested objects, any
 * of these may be a list of such, and null is none (hcl/json/structure.go, unpackBlock; read 2026-11-30).
 */
export function labelledBlocks(kind: string, value: Json | undefined, labels: number): LabelledBlocks {
  const blocks: LabelledBlock[] = [];
  const misplaced: Misplaced[] = [];
  const visit = (item: Json, above: readonly string[]): void => {
    if (item === null) return;
    if (isList(item)) for (const one of item) visitOne(one, above);
    else visitOne(item, above);
  };
  const visitOne = (item: Json, above: readonly string[]): void => {
    if (!isObject(item)) misplaced.push({ path: [kind, ...above].join(".") });
    else if (above.length === labels) blocks.push({ labels: above, body: item });
    else for (const label of Object.keys(item)) visit(item[label] ?? null, [...above, label]);
  };
  visit(value ?? null, []);
  return { blocks, misplaced };
}

/** Blocks without labels, such as `terraform` or `moved`. */
export function bodiesOf(value: Json | undefined): readonly JsonObject[] {
  return labelledBlocks("", value, 0).blocks.map(({ body }) => body);
}

/** Blocks of two labels as a template writes them. */
export function byLabels(blocks: readonly LabelledBlock[]): JsonObject {
  const byFirst = new Map<string, [string, JsonObject][]>();
  for (const { labels, body } of blocks) {
    const [first = "", second = ""] = labels;
    const others = byFirst.get(first);
    if (others === undefined) byFirst.set(first, [[second, body]]);
    else others.push([second, body]);
  }
  return Object.fromEntries([...byFirst].map(([first, named]) => [first, Object.fromEntries(named)]));
}
