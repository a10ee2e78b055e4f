import { slowestDnsRecoverySeconds } from "../../../facts/dns-failover";
import type { Draft } from "../../draft";
import type { Finding } from "../../fault";

/** Names find the other site within minutes, but nothing is written there before people have promoted its ledger. */
export function auroraPromotionFindings({ ledger, objectives }: Draft): readonly Finding[] {
  if (ledger?.engine !== "auroraGlobal" || objectives === undefined) return [];
  const { internetSeconds } = objectives.recovery;
  const least = Math.max(ledger.promotion.minutes * 60, slowestDnsRecoverySeconds());
  if (internetSeconds >= least) return [];
  return [
    {
      path: ["objectives", "recovery", "internetSeconds"],
      at: "value",
      what: `The ledger takes writes ${ledger.promotion.minutes} minutes after the loss of its primary's site, so ${internetSeconds} seconds cannot be kept.`,
      allowed: `From ${least}: names alone are faster, and lead to a ledger that nobody has promoted yet.`,
      mend: `Write ${least} or more, or rehearse docs/runbooks/promote-ledger.md until \`ledger.promotion.minutes\` is less.`,
    },
  ];
}
