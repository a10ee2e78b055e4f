import { textsAt } from "../attributes";
import type { Provider, Template } from "../template";
import type { Estate } from "./estate";
import { declaredValue } from "./follow";
import { remembered } from "./remembered";
import type { StackBlock } from "./stack-block";

/** The provider that a block is made by; none where the stack configures no such. */
function providerOf({ template, block }: StackBlock): Provider | undefined {
  return providersByName(template).get(block.provider);
}

const providersByName = remembered(
  ({ providers }: Template) => new Map(providers.toReversed().map((provider): [string, Provider] => [provider.name, provider])),
);

const REGION = /^[a-z]{2,}(-[a-z]+)+-\d+$/;

/** The Region that a block is made in: its own word, which newer providers take, or its provider's; none where neither is written. */
export function regionOf(estate: Estate, { template, block }: StackBlock): string | undefined {
  const own = declaredValue(estate, template, block.attributes["region"]);
  if (typeof own === "string" && REGION.test(own)) return own;
  const region = declaredValue(estate, template, providerOf({ template, block })?.attributes["region"]);
  return typeof region === "string" ? region : undefined;
}

/** Every Region that a stack's providers work in. */
export function regionsOf({ providers }: Template): readonly string[] {
  return [...new Set(providers.map(({ attributes }) => attributes["region"]).filter((region) => typeof region === "string"))];
}

/** The one account that a stack may be applied to. */
export function accountOf({ providers }: Template): string | undefined {
  const accounts = new Set(providers.flatMap(({ attributes }) => textsAt(attributes, "allowed_account_ids") ?? []));
  const [account] = accounts;
  return accounts.size === 1 ? account : undefined;
}
