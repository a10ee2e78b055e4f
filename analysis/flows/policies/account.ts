import type { Principal } from "./policy";

/** An account that is not the site's: what it is refused, every other is. */
export const FOREIGN_ACCOUNT = "000000000000";

export function roleIn(account: string): Extract<Principal, { kind: "role" }> {
  return { kind: "role", account, arn: `arn:aws:iam::${account}:role/any` };
}
