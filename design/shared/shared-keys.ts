import type { Deployment, SiteName } from "../../config/deployment";
import { prefixOf } from "../foundation/naming";
import { siteLayout } from "../foundation/site-regions";
import { paymentServiceRoles } from "../layout/payment-service";
import type { KeyUse } from "../protection/key-uses";
import { type KeyDesign, keyDesign } from "../protection/keys";

/** One key for both sites: what either encrypts, both decrypt. */
export interface ReplicatedKeyDesign {
  readonly id: string;
  readonly material: KeyMaterial;
  /** `none` where both sites are in one Region, which takes no copy of its own key: `b` is then `a`. */
  readonly copy: "inTwinRegion" | "none";
  /** The primary. */
  readonly a: KeyDesign;
  /** The copy. It has a policy of its own: KMS does not carry the primary's over. */
  readonly b: KeyDesign;
}

export type KeyMaterial =
  /** Material that KMS renews on its own, the copy's with the primary's. */
  | { readonly kind: "encryption" }
  /** Material that KMS cannot renew: a new hash key is a new key, under which old hashes are made again. */
  | { readonly kind: "keyedHash"; readonly spec: "HMAC_256" };

/**
 * Ledger rows are copied to the twin with their fields encrypted, so both sites must be able to
 * read them. Encryption of the disks below does not count: it opens for whoever may read the table
 * (PCI DSS 4.0.1, 3.5.1.2).
 */
export function replicatedKeys(deployment: Deployment): readonly ReplicatedKeyDesign[] {
  const ledgerFields: ReplicatedKeyDesign = {
    id: "ledger-fields",
    material: { kind: "encryption" },
    ...copies(deployment, "ledger-fields", {
      description: "Fields of the ledger that the payment service encrypts itself",
      by: "fieldEncryption",
    }),
  };
  return deployment.cardData === "none" ? [ledgerFields] : [ledgerFields, panHashes(deployment)];
}

/** A hash of a card number is only unreadable with a secret key in it (PCI DSS 4.0.1, 3.5.1.1). */
function panHashes(deployment: Deployment): ReplicatedKeyDesign {
  return {
    id: "pan-hashes",
    material: { kind: "keyedHash", spec: "HMAC_256" },
    ...copies(deployment, "pan-hashes", { description: "Keyed hashes of card numbers and their tokens", by: "keyedHashes" }),
  };
}

interface Purpose {
  readonly description: string;
  readonly by: "fieldEncryption" | "keyedHashes";
}

/** Each site's payment service uses the copy in its own Region: neither needs the other's to be there. */
function copies(deployment: Deployment, thing: string, { description, by }: Purpose): Pick<ReplicatedKeyDesign, "copy" | SiteName> {
  const key = (users: readonly SiteName[], more: readonly KeyUse[]): KeyDesign =>
    keyDesign(deployment, {
      alias: `alias/${prefixOf(deployment)}-${thing}`,
      description,
      uses: [{ by, principals: users.map((site) => paymentServiceRoles(deployment, site)) }, ...more],
      tags: {},
    });
  switch (siteLayout(deployment)) {
    case "twoRegions":
      return { copy: "inTwinRegion", a: key(["a"], [{ by: "replication", toRegion: deployment.sites.b.region }]), b: key(["b"], []) };
    case "oneRegion": {
      const one = key(["a", "b"], []);
      return { copy: "none", a: one, b: one };
    }
  }
}
