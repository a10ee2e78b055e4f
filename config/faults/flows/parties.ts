import { endKind, givenParties, knownParties } from "../../built-paths";
import type { Draft } from "../../draft";
import type { Finding } from "../../fault";

export function partyFindings(draft: Draft): readonly Finding[] {
  return [...reservedFindings(draft), ...unusedFindings(draft)];
}

function reservedFindings(draft: Draft): readonly Finding[] {
  return Object.keys(draft.parties ?? {})
    .filter((name) => givenParties.includes(name))
    .map((name) => ({
      path: ["parties", name],
      at: "key",
      what: `${name} is a party that every deployment has already.`,
      allowed: `Names other than ${givenParties.join(", ")}.`,
      mend: "Give your party a name of its own.",
    }));
}

/** Silent while a flow's end is unknown or missing: that may be this party, misspelt. */
function unusedFindings(draft: Draft): readonly Finding[] {
  const ends = draft.flows.flatMap(({ from, to }) => [from, to]);
  const known = knownParties(draft);
  if (ends.length === 0 || ends.some((end) => end === undefined || !known.includes(end))) return [];
  return Object.keys(draft.parties ?? {})
    .filter((name) => endKind(draft, name) !== undefined && !ends.includes(name))
    .map((name) => ({
      path: ["parties", name],
      at: "key",
      what: `No flow goes to or from ${name}.`,
      allowed: "Parties that a flow uses: any other would be declared and do nothing.",
      mend: `Add a flow for ${name} or remove it.`,
    }));
}
