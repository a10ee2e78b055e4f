import type { Deployment, SiteName } from "../config/deployment";
import { type KeyDesign, keyDesign } from "./keys";
import { prefixOf, roleArn } from "./naming";
import { paymentServiceRoles } from "./payment-service";
import { policyDocument } from "./policy-document";

/** A secret with a copy in the other site's Region. People put its value; Terraform never sees it. */
export interface ReplicatedSecretDesign {
  readonly name: string;
  readonly description: string;
  readonly policy: string;
  readonly recoveryWindowDays: number;
  /** Region of the copy, which follows the one in site a's. */
  readonly copyRegion: string;
  /** One in each Region: a copy is encrypted anew, so the two need no material in common. */
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
    copyRegion: deployment.sites.b.region,
    keys: { a: secretKey(deployment, "a"), b: secretKey(deployment, "b") },
  };
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
function secretKey(deployment: Deployment, site: SiteName): KeyDesign {
  const { a, b } = deployment.sites;
  return keyDesign(deployment, {
    alias: `alias/${prefixOf(deployment)}-clearing-credentials`,
    description: "Sign-in at the clearing system",
    uses: [
      {
        by: "replicatedSecret",
        readIn: deployment.sites[site].region,
        writtenIn: [a.region, b.region],
        readers: [paymentServiceRoles(deployment, site)],
        writers: [deployment.access.deployerRole, deployment.access.keyAdministratorRole].map((role) => roleArn(deployment, role)),
      },
    ],
    tags: {},
  });
}
