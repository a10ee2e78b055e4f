import { allAsked, type Claims } from "../../synthesized/claims";
import type { Estate } from "../../synthesized/estate/estate";
import { referrersTo } from "../../synthesized/estate/referrers";
import type { StackBlock } from "../../synthesized/estate/stack-block";
import { isList, isObject, type Json, type JsonObject, pathTo } from "../../synthesized/json";
import type { Block } from "../../synthesized/template";
import type { Observation } from "../findings/finding";
import type { BlocksInScope, Scope, TypeScope } from "../findings/scope";
import { argumentsOfEvery } from "./arguments-of-every";
import { brokenRules } from "./broken-rules";

type Asked = ReadonlyMap<JsonObject, ReadonlySet<string>>;
type RowInScope = Exclude<TypeScope, { readonly blocks: "none" }>;

/** What a judgement's account of its scope comes to. */
export interface Account {
  /** Arguments that are not as they must be, or of which nobody can tell. */
  readonly broken: readonly Observation[];
  /** Arguments that it neither read nor may leave unread, and blocks of types that it does not know. */
  readonly unread: readonly Observation[];
}

/** Goes through every argument in a judgement's scope, in the order of the files. */
export function accountOf(estate: Estate, scope: Scope, claims: Claims): Account {
  const asked = allAsked(claims);
  const reach = { asked, hanging: blocksOnAsked(estate, asked) };
  const parts = estate.stacks.flatMap((template) =>
    [...template.resources, ...template.dataSources].map((block): Account => {
      const at = { template, block };
      const row = scope[keyOf(block)];
      if (row === undefined) return { broken: [], unread: [unknownType(at)] };
      if (row.blocks === "none" || !isInScope(block, row.blocks, reach)) return { broken: [], unread: [] };
      return {
        broken: brokenRules(estate, at, row.must ?? {}),
        unread: unreadIn(block.attributes, "", { asked, row }).map((argument) => unreadArgument(at, argument)),
      };
    }),
  );
  return { broken: parts.flatMap(({ broken }) => broken), unread: parts.flatMap(({ unread }) => unread) };
}

interface Reach {
  readonly asked: Asked;
  readonly hanging: ReadonlySet<Block>;
}

function isInScope(block: Block, blocks: BlocksInScope, { asked, hanging }: Reach): boolean {
  if (blocks === "every") return true;
  return wasAsked(block, asked) || (blocks === "hanging" && hanging.has(block));
}

/** Whether something that a block has was read: to look whether something is there is not to stand on the block. */
function wasAsked({ attributes }: Block, asked: Asked): boolean {
  return [...(asked.get(attributes) ?? [])].some((key) => key in attributes);
}

/** Blocks that refer to one which was asked, in whichever stack. */
function blocksOnAsked(estate: Estate, asked: Asked): ReadonlySet<Block> {
  const on = estate.stacks.flatMap((template) =>
    template.resources
      .filter((block) => wasAsked(block, asked))
      .flatMap((block) => referrersTo(estate, { template, block }).flatMap((referrer) => referrer.block ?? [])),
  );
  return new Set(on);
}

interface Argument {
  readonly path: string;
  readonly value: Json;
}

function unreadIn(attributes: JsonObject, path: string, account: { readonly asked: Asked; readonly row: RowInScope }): readonly Argument[] {
  const { asked, row } = account;
  const read = asked.get(attributes);
  return Object.entries(attributes).flatMap(([key, value]): readonly Argument[] => {
    const at = pathTo(path, key);
    if (isEmpty(value) || tablesOf(row).some((table) => at in table)) return [];
    const isRead = read?.has(key) === true;
    const inner = isObject(value) ? [value] : isList(value) ? value.filter(isObject) : [];
    // A block is read where one of its arguments is; then each of them has to be.
    const isOpened = isRead || inner.some((block) => asked.has(block)) || isNamedBelow(row, at);
    if (inner.length > 0 && isOpened) return inner.flatMap((block) => unreadIn(block, at, account));
    return isRead ? [] : [{ path: at, value }];
  });
}

function tablesOf({ must = {}, withoutEffect = {} }: RowInScope): readonly Readonly<Record<string, unknown>>[] {
  return [must, withoutEffect, argumentsOfEvery];
}

/** Whether the table of a type says something of an argument below a path. */
function isNamedBelow(row: RowInScope, path: string): boolean {
  return tablesOf(row).some((table) => Object.keys(table).some((known) => known.startsWith(`${path}.`)));
}

/** What is written as nothing is as good as absent. */
function isEmpty(value: Json): boolean {
  return value === null || (isList(value) && value.length === 0);
}

function keyOf({ kind, type }: Block): string {
  return kind === "data" ? `data.${type}` : type;
}

function unreadArgument({ template, block }: StackBlock, { path, value }: Argument): Observation {
  const written = JSON.stringify(value);
  return {
    verdict: "undetermined",
    stack: template.stack,
    address: block.address,
    attribute: path,
    expected: "an argument that this judgement reads",
    found: `${written.length > 120 ? `${written.slice(0, 117)}...` : written}, which this judgement does not read`,
    settledBy: "the block without the argument, a judge that reads it, or an acknowledgement with its reason",
  };
}

function unknownType({ template, block }: StackBlock): Observation {
  return {
    verdict: "undetermined",
    stack: template.stack,
    address: block.address,
    attribute: "",
    expected: "a block of a type of which this judgement knows what it does",
    found: `${keyOf(block)}, which it does not know`,
    settledBy: "the output without the block, a judge that knows the type, or an acknowledgement with its reason",
  };
}
