import { textsAt } from "../../../synthesized/attributes";
import type { Template } from "../../../synthesized/template";
import type { Principal } from "./policy";

/** An account that is not the site's: what it is refused, every other is. */
export const FOREIGN_ACCOUNT = "000000000000";

/** The one account that a template may be applied to. */
export function accountOf({ providers }: Template): string | undefined {
  const accounts = new Set(providers.flatMap(({ attributes }) => textsAt(attributes, "allowed_account_ids") ?? []));
  const [account] = accounts;
  return accounts.size === 1 ? account : undefined;
}

export function roleIn(account: string): Extract<Principal, { kind: "role" }> {
  return { kind: "role", account, arn: `arn:aws:iam::${account}:role/any` };
}
