import { type Draft, linksOf, offersOf } from "../../draft";
import type { Finding } from "../../fault";

export function leadTimeFindings(draft: Draft): readonly Finding[] {
  return [...linksOf(draft), ...offersOf(draft)].flatMap(({ path, link }): readonly Finding[] => {
    const days = link.accessCircuit?.quote?.leadTimeDays;
    if (days === undefined || days.from <= days.to) return [];
    return [
      {
        path: [...path, "accessCircuit", "quote", "leadTimeDays"],
        at: "value",
        what: `From ${days.from} to ${days.to} days is no span.`,
        allowed: "Days at best, then days at worst.",
        mend: "Swap the two.",
      },
    ];
  });
}
