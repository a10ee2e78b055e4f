import type { Deployment, SiteName } from "../../config/deployment";
import { prefixOf, roleArn } from "../foundation/naming";
import { policyDocument } from "../foundation/policy-document";
import { siteLayout, siteRegions } from "../foundation/site-regions";
import { paymentServiceRoles } from "../layout/payment-service";
import { type KeyDesign, keyDesign } from "../protection/keys";

/** A secret with a copy in the other site's Region. People put its value; Terraform never sees it. */
export interface ReplicatedSecretDesign {
  readonly name: string;
  readonly description: string;
  readonly policy: string;
  readonly recoveryWindowDays: number;
  /** Region of the copy, which follows the one in site a's; none where both sites are in one Region. */
  readonly copyRegion: string | undefined;
  /** A key in each Region: a copy is encrypted anew, so the two need no material in common. In one Region, the same. */
  readonly keys: Readonly<Record<SiteName, KeyDesign>>;
}

export function clearingCredentials(deployment: Deployment): ReplicatedSecretDesign {
  const administrator = deployment.access.keyAdministratorRole;
  return {
    // The endpoints let through what is called twinsite/ (endpoints.ts).
    name: `twinsite/${deployment.name}/payment-service/clearing-credentials`,
    description: `Sign-in at the clearing system. Its value is put by ${administrator} in ${deployment.sites.a.region}, not by Terraform`,
    policy: readOnlyByThePaymentService(deployment),
    // The longest that Secrets Manager offers to think again after a deletion.
    recoveryWindowDays: 30,
    ...copyOf(deployment),
  };
}

function copyOf(deployment: Deployment): Pick<ReplicatedSecretDesign, "copyRegion" | "keys"> {
  switch (siteLayout(deployment)) {
    case "twoRegions":
      return {
        copyRegion: deployment.sites.b.region,
        keys: { a: secretKey(deployment, "a", ["a"]), b: secretKey(deployment, "b", ["b"]) },
      };
    case "oneRegion": {
      const key = secretKey(deployment, "a", ["a", "b"]);
      return { copyRegion: undefined, keys: { a: key, b: key } };
    }
  }
}

/**
 * Nobody else reads the value, whatever IAM allows them, people included: who wrote it knows it.
 * Only reading is denied, so nobody is locked out: the deployer can change this policy, and whoever
 * has the keys for writing can put a new value. The copy carries the same policy, hence both sites'
 * roles and no ARN (secretsmanager/latest/userguide/replicate-secrets, read 2026-11-23). A batch
 * read asks for the same permission.
 */
function readOnlyByThePaymentService(deployment: Deployment): string {
  return policyDocument([
    {
      Sid: "OnlyThePaymentServiceReads",
      Effect: "Deny",
      Principal: "*",
      Action: "secretsmanager:GetSecretValue",
      Resource: "*",
      Condition: { ArnNotLike: { "aws:PrincipalArn": [paymentServiceRoles(deployment, "a"), paymentServiceRoles(deployment, "b")] } },
    },
  ]);
}

/**
 * The deployer is a writer without writing a value: when it ties a key to a secret, Secrets Manager
 * tries the key in its name (security-encryption, read 2026-11-23).
 */
function secretKey(deployment: Deployment, site: SiteName, readers: readonly SiteName[]): KeyDesign {
  return keyDesign(deployment, {
    alias: `alias/${prefixOf(deployment)}-clearing-credentials`,
    description: "Sign-in at the clearing system",
    uses: [
      {
        by: "replicatedSecret",
        readIn: deployment.sites[site].region,
        writtenIn: siteRegions(deployment),
        readers: readers.map((reader) => paymentServiceRoles(deployment, reader)),
        writers: [deployment.access.deployerRole, deployment.access.keyAdministratorRole].map((role) => roleArn(deployment, role)),
      },
    ],
    tags: {},
  });
}
