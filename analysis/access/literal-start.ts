import { textAt } from "../../synthesized/attributes";
import type { Estate } from "../../synthesized/estate/estate";
import { grouped } from "../../synthesized/estate/grouped";
import { blocksOfType } from "../../synthesized/estate/stack-block";

/** Names that differ earlier have no start in common: `/aws/` begins what is somebody else's just as well. */
const FEWEST = 12;

/** What all names of a type begin with, and where they begin in different ways each start, with `*` for the rest; none where there is none of the type. */
function namesOf(estate: Estate, type: string, attribute: string): readonly string[] {
  const names = blocksOfType(estate, type).map(({ block }) => (textAt(block.attributes, attribute) ?? "").split("${")[0] ?? "");
  const starts = [...grouped(names.map((name) => [name.slice(0, FEWEST), name] as const)).values()].map(commonStart);
  return starts.includes("") ? ["*"] : starts.map((start) => `${start}*`);
}

function commonStart(names: readonly string[]): string {
  const [first = "", ...others] = names;
  const lengths = Array.from({ length: first.length }, (_, index) => first.length - index);
  const length = lengths.find((count) => others.every((name) => name.startsWith(first.slice(0, count))));
  return first.slice(0, length ?? 0);
}

/** A pattern of facts with the account and every start of the names that it speaks of. */
export function arnsFrom(estate: Estate, pattern: string, account: string): readonly string[] {
  const [place, type = "", attribute = ""] = /\{(aws_\w+)\.(\w+)\}/.exec(pattern) ?? [];
  const inAccount = pattern.replace("{account}", account);
  if (place === undefined) return [inAccount];
  return namesOf(estate, type, attribute).map((start) => inAccount.replace(place, start));
}
