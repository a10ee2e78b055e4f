import type { Draft } from "../../draft";
import type { Finding } from "../../fault";
import { quoted } from "../../printable";
import { repeats } from "../../repeats";

/** A finding is accepted once: two reasons or two days for one would leave open which holds. */
export function acknowledgementFindings({ acknowledgements }: Draft): readonly Finding[] {
  return repeats(acknowledgements, (one) => one?.finding).map(({ item, index, firstIndex }) => ({
    path: ["acknowledgements", index, "finding"],
    at: "value",
    what: `${quoted(item?.finding ?? "")} is acknowledged by acknowledgements[${firstIndex}] too.`,
    allowed: "One acknowledgement for each finding.",
    mend: "Remove one of them.",
  }));
}
