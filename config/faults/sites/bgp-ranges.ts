import { addressRange, bgpRanges, holds, type PlacedRange } from "../../address-range";
import type { Draft } from "../../draft";
import type { Finding } from "../../fault";
import { overlapsAmong } from "./overlaps";

/** RFC 3927: addresses that mean something on one cable only, as a session's do. */
const linkLocal = addressRange("169.254.0.0/16");
const LENGTHS = [30, 31];

export function bgpRangeFindings(draft: Draft): readonly Finding[] {
  const ranges = bgpRanges(draft);
  const sound = ranges.filter(({ range }) => isSessionRange(range));
  return [
    ...ranges.filter(({ range }) => !isSessionRange(range)).map(notForASession),
    ...overlapsAmong(sound, {
      allowed: "Ranges that share no address: each session has its own.",
      mend: "Give one of the two another range.",
    }),
  ];
}

function isSessionRange(range: PlacedRange["range"]): boolean {
  return holds(linkLocal, range) && LENGTHS.includes(range.length);
}

function notForASession({ path, range }: PlacedRange): Finding {
  return {
    path,
    at: "value",
    what: `${range.cidr} is no range for a session.`,
    allowed: `A /30 or /31 within ${linkLocal.cidr}, which no site or party can have.`,
    mend: "Write it like `169.254.100.0/30`, with a range that no other session has.",
  };
}
