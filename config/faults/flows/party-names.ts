import type { Draft } from "../../draft";
import type { Finding } from "../../fault";

/** Names are looked up for parties over the internet; on private lines nothing here resolves them. */
export function partyNameFindings({ parties }: Draft): readonly Finding[] {
  return Object.entries(parties ?? {}).flatMap(([party, { reachedOver, names }]) =>
    reachedOver === "directConnect" && names !== undefined
      ? [
          {
            path: ["parties", party, "names"],
            at: "key" as const,
            what: `${party} is reached over private lines, and has names that the resolver should let through.`,
            allowed: "Names only for a party that is reached over the internet.",
            mend: "Remove the names; give the payment service the party's addresses.",
          },
        ]
      : [],
  );
}
