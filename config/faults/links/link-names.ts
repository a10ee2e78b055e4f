import { type Draft, linksOf, offersOf } from "../../draft";
import type { Finding } from "../../fault";
import { pathText } from "../../printable";
import { repeats } from "../../repeats";

/** Ports, interfaces and alarms are named after their link, and an offer becomes one. */
export function linkNameFindings(draft: Draft): readonly Finding[] {
  return repeats([...linksOf(draft), ...offersOf(draft)], ({ link }) => link.name).map(({ item, first }) => ({
    path: [...item.path, "name"],
    at: "value",
    what: `${item.link.name} is also the name of ${pathText(first.path)}.`,
    allowed: "A name of its own for each link and each offer.",
    mend: "Rename the one that is not ordered yet.",
  }));
}
