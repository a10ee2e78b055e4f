import type { Draft } from "../../draft";
import type { Finding } from "../../fault";
import { quoted } from "../../printable";
import { repeats } from "../../repeats";

/** The same user twice has the same device twice. IAM tells users apart by name, whatever their path and case. */
export function breakGlassUserFindings({ access: { breakGlassUsers } }: Draft): readonly Finding[] {
  return repeats(breakGlassUsers, (user) => user?.split("/").at(-1)?.toLowerCase()).map(({ item, index, firstIndex }) => ({
    path: ["access", "breakGlassUsers", index],
    at: "value",
    what: `${quoted(item)} is the user of access.breakGlassUsers[${firstIndex}].`,
    allowed: "Each user once: names of IAM users are unique in an account, whatever their path and case.",
    mend: "Name another user, with an MFA device of its own.",
  }));
}
