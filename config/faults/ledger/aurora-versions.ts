import { writeForwarding } from "../../../facts/aurora";
import type { Draft } from "../../draft";
import type { Finding } from "../../fault";

/** Both sites take payments, so the member that is not the primary must hand writes on. */
export function auroraVersionFindings({ ledger }: Draft): readonly Finding[] {
  if (ledger?.engine !== "auroraGlobal") return [];
  const [major = 0, minor = 0] = ledger.engineVersion.split(".").map(Number);
  const { since, everyMinorFrom } = writeForwarding;
  if (major >= everyMinorFrom || since.some((first) => first.major === major && minor >= first.minor)) return [];
  return [
    {
      path: ["ledger", "engineVersion"],
      at: "value",
      what: `A member of version ${ledger.engineVersion} hands no writes on to the primary: its site could take no payment.`,
      allowed: `${since.map((first) => `${first.major} from ${first.major}.${first.minor}`).join(", ")}, and all from ${everyMinorFrom}.1.`,
      mend: "Choose a version with long-term support, such as 16.8, that both Regions offer.",
    },
  ];
}
