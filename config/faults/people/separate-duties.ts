import type { Draft } from "../../draft";
import type { Finding } from "../../fault";
import { quoted } from "../../printable";
import { repeats } from "../../repeats";

const duties = ["deployerRole", "keyAdministratorRole", "auditorRole"] as const;

/** One role with two duties could lend itself a key, or remove what would tell of it. */
export function separateDutyFindings({ access }: Draft): readonly Finding[] {
  const held = duties.map((duty) => ({ duty, role: access[duty] }));
  return repeats(held, ({ role }) => role?.split("/").at(-1)?.toLowerCase()).map(({ item, firstIndex }) => ({
    path: ["access", item.duty],
    at: "value",
    what: `${quoted(item.role)} is also access.${held[firstIndex]?.duty}.`,
    allowed: "A role of its own for each duty: names of IAM roles are unique in an account, whatever their path and case.",
    mend: "Name another role, that other people take.",
  }));
}
