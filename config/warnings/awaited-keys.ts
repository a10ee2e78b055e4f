import type { Deployment } from "../deployment";
import type { Finding } from "../fault";

/** A link without its key carries nothing: that is how it starts, and no way to stay. */
export function awaitedKeyWarnings({ links }: Deployment): readonly Finding[] {
  return links.flatMap(({ name, macsec, macsecSecretArn }, index): readonly Finding[] => {
    if (macsec !== "required" || macsecSecretArn !== undefined) return [];
    return [
      {
        path: ["links", index, "macsecSecretArn"],
        at: "key",
        what: `${name} awaits its MACsec key: it has a port and no session, and carries nothing.`,
        allowed: "The secret that Direct Connect makes of the first key, once the port is up.",
        mend: "Follow docs/runbooks/macsec.md, then write the secret's ARN here.",
      },
    ];
  });
}
