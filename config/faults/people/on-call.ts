import type { Draft } from "../../draft";
import type { Finding } from "../../fault";
import { quoted } from "../../printable";
import { repeats } from "../../repeats";

/** Amazon SNS keeps one subscription per endpoint: a second one would be the same resource twice. */
export function onCallFindings({ onCall }: Draft): readonly Finding[] {
  return repeats(onCall, (entry) => entry?.endpoint).map(({ item, index, firstIndex }) => ({
    path: ["onCall", index, "endpoint"],
    at: "value",
    what: `${quoted(item?.endpoint)} is also onCall[${firstIndex}].endpoint.`,
    allowed: "Each endpoint once.",
    mend: "Remove this entry, or name another person's endpoint.",
  }));
}
