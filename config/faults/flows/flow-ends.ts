import { knownParties } from "../../built-paths";
import type { Draft } from "../../draft";
import type { Finding } from "../../fault";
import { nearest } from "../../nearest";
import { quoted } from "../../printable";

export function flowEndFindings(draft: Draft): readonly Finding[] {
  if (draft.parties === undefined) return [];
  const known = knownParties(draft);
  return draft.flows.flatMap((flow, index) =>
    (["from", "to"] as const).flatMap((end): readonly Finding[] => {
      const party = flow[end];
      return party === undefined || known.includes(party) ? [] : [unknownParty(["flows", index, end], party, known)];
    }),
  );
}

function unknownParty(path: Finding["path"], party: string, known: readonly string[]): Finding {
  const meant = nearest(party, known);
  return {
    path,
    at: "value",
    what: `${quoted(party)} is not a known party.`,
    allowed: `One of: ${known.join(", ")}.`,
    mend: meant === undefined ? "Choose one of these, or add it to `parties`." : `Write \`${meant}\`, or add the party to \`parties\`.`,
  };
}
