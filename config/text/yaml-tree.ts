import { Composer, type Document, isMap, isSeq } from "yaml";
import type { Finding, Path, TextProblem } from "../fault";
import { printable } from "../printable";
import { guardedTokens } from "./yaml-guard";
import { keyOf, type Place, placeOf } from "./yaml-places";
import { secondDocument, yamlProblem } from "./yaml-problems";

/** JavaScript's own name for what an object inherits; zod passes over such a key in silence. */
const PROTOTYPE = "__proto__";

export interface YamlTree {
  /** Plain values: no alias, no tag, no key that is not text. */
  readonly value: unknown;
  readonly places: Place;
  /** Keys that no group can have, whatever it is for. */
  readonly badKeys: readonly Finding[];
}

export type YamlReading =
  | { readonly kind: "tree"; readonly tree: YamlTree }
  | { readonly kind: "broken"; readonly problems: readonly TextProblem[] };

export function readYaml(text: string): YamlReading {
  const { tokens, problems } = guardedTokens(text);
  if (problems.length > 0) return { kind: "broken", problems };
  const composer = new Composer({ uniqueKeys: false, stringKeys: true, logLevel: "silent" });
  const [document, second] = composer.compose(tokens, true, text.length);
  const broken = [...(document?.errors ?? []), ...(second?.errors ?? [])].map(yamlProblem);
  if (second !== undefined) broken.push(secondDocument(second.range[0]));
  if (document === undefined || broken.length > 0) return { kind: "broken", problems: broken };
  return { kind: "tree", tree: treeOf(document) };
}

function treeOf(document: Document.Parsed): YamlTree {
  const { contents } = document;
  return {
    value: document.toJS(),
    places: placeOf(contents, contents?.range[0] ?? 0),
    badKeys: badKeysIn(contents, []),
  };
}

function badKeysIn(node: unknown, path: Path): readonly Finding[] {
  if (isSeq(node)) return node.items.flatMap((item, index) => badKeysIn(item, [...path, index]));
  if (!isMap(node)) return [];
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const key of node.items.map(keyOf)) (seen.has(key) ? twice : seen).add(key);
  return [
    ...[...twice].map((key) => duplicate([...path, key])),
    ...(seen.has(PROTOTYPE) ? [prototypeKey([...path, PROTOTYPE])] : []),
    ...node.items.flatMap((pair) => badKeysIn(pair.value, [...path, keyOf(pair)])),
  ];
}

/** Readers of YAML differ in which of the two they take. */
function duplicate(path: Path): Finding {
  return {
    path,
    at: "key",
    what: `The key \`${printable(String(path.at(-1)))}\` stands here again.`,
    allowed: "Each key once in its group.",
    mend: "Keep one of them.",
  };
}

function prototypeKey(path: Path): Finding {
  return {
    path,
    at: "key",
    what: `\`${PROTOTYPE}\` is a key that programs trip over.`,
    allowed: "Names that say what they are for.",
    mend: "Rename or remove it.",
  };
}
