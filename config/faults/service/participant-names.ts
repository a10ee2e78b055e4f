import type { Draft } from "../../draft";
import type { Finding } from "../../fault";
import { pathText } from "../../printable";
import { repeats } from "../../repeats";

/** Each participant has a label of its own in both zones, beside those of the service itself. */
export function participantNameFindings(draft: Draft): readonly Finding[] {
  return [...repeatedFindings(draft), ...reservedFindings(draft)];
}

function repeatedFindings({ participants }: Draft): readonly Finding[] {
  return repeats(participants, ({ name }) => name).map(({ item, index, firstIndex }) => ({
    path: ["participants", index, "name"],
    at: "value",
    what: `${item.name} is also the name of ${pathText(["participants", firstIndex])}.`,
    allowed: "Each participant once, with one cell.",
    mend: "Remove one of the two, or rename it.",
  }));
}

function reservedFindings({ participants, names }: Draft): readonly Finding[] {
  const [privateLabel] = names?.privateZone.split(".") ?? [];
  return participants.flatMap(({ name }, index) =>
    name !== undefined && isReserved(name, privateLabel)
      ? [
          {
            path: ["participants", index, "name"],
            at: "value" as const,
            what: `${name} is a name of the service itself.`,
            allowed: "Any label but `api`, the private zone's and those that start with `cell-`, which more load makes more of.",
            mend: "Choose another label for the participant.",
          },
        ]
      : [],
  );
}

function isReserved(name: string, privateLabel: string | undefined): boolean {
  return name === "api" || name === privateLabel || name.startsWith("cell-");
}
