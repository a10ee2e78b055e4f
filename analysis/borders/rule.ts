import { type DataClass, type MarketRule, marketRules, type RegisterRule, registerRules, rulesOn } from "../../facts/market-rules";
import type { Verdict } from "../findings/verdict";

/** What a market's rule says of data of a class in a country. */
export interface RuleAnswer {
  readonly verdict: Verdict;
  readonly rule: MarketRule;
}

const strictness: readonly Verdict[] = ["notMet", "undetermined", "met"];

/**
 * The rule that decides: one that forbids, before one that asks what no template can show, before
 * one that is content. One that nobody has read decides only where there is no other.
 */
export function rulingOn(market: string, data: DataClass, country: string): RuleAnswer | undefined {
  const rules = rulesOn(market, data);
  const read = rules.filter(({ elsewhere }) => elsewhere !== "notRead");
  const answers = (read.length > 0 ? read : rules).map((rule) => ({ verdict: verdictOf(rule, country), rule }));
  return answers.toSorted((one, other) => strictness.indexOf(one.verdict) - strictness.indexOf(other.verdict))[0];
}

function verdictOf({ within, elsewhere }: MarketRule, country: string): Verdict {
  if (within.includes(country)) return "met";
  return elsewhere === "forbidden" ? "notMet" : "undetermined";
}

/** What else a market's rules ask for: to write down where data is, or what nobody has read. */
export interface OpenRules {
  readonly toRegister: readonly RegisterRule[];
  readonly notRead: readonly MarketRule[];
}

export function openRules(wanted: readonly string[]): OpenRules {
  return {
    toRegister: registerRules.filter(({ market }) => wanted.includes(market)),
    notRead: marketRules.filter(({ market, elsewhere }) => wanted.includes(market) && elsewhere === "notRead"),
  };
}
