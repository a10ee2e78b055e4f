import { bucketArn } from "../foundation/naming";
import { policyDocument, type Statement } from "../foundation/policy-document";
import type { Tags } from "../foundation/tags";

/** A private bucket: what it may hold for how long, and who may do what with it. */
export interface BucketDesign {
  readonly name: string;
  /** Statements besides the ones that every bucket has. */
  readonly statements: readonly Statement[];
  readonly foreignKeys: ForeignKeys;
  readonly deletion: Deletion;
  readonly lifecycle: BucketLifecycle;
  readonly retention: Retention;
  readonly accessLogs: AccessLogs;
  readonly tags: Tags;
}

/** Whether a write may name another encryption than the bucket's own; one that names none gets the bucket's. */
export type ForeignKeys =
  | { readonly kind: "allowed" }
  /** The alias is the other name under which the bucket's key may be asked for. */
  | { readonly kind: "refused"; readonly aliasArn: string };

/**
 * What a deletion of an object does: hides it until its time as a superseded version is over, or
 * nothing at all, where what is kept is evidence.
 */
export type Deletion = "hides" | "refused";

export interface BucketLifecycle {
  readonly currentVersions: { readonly kind: "kept" } | { readonly kind: "expire"; readonly afterDays: number };
  /** Cold storage is Instant Retrieval: colder classes take hours, and 90 days of audit log must be at hand (PCI DSS 10.5.1). */
  readonly coldStorage: { readonly kind: "none" } | { readonly kind: "instantRetrieval"; readonly afterDays: number };
  /** How long a version stays after a newer one or a deletion took its place. */
  readonly supersededDays: number;
}

/** How long versions are kept: nobody, the account's root user included, deletes or shortens a version under compliance retention. */
export type Retention = { readonly kind: "none" } | { readonly kind: "compliance"; readonly days: number };

export type AccessLogs = { readonly kind: "none" } | { readonly kind: "bucket"; readonly bucket: string; readonly prefix: string };

/**
 * Evidence in a bucket that takes no lock, because a service delivers to none: nobody hides it, and
 * what an overwrite replaced is kept as long as what nobody touched.
 */
export function keptWithoutLock(days: number): Pick<BucketDesign, "deletion" | "lifecycle" | "retention"> {
  return {
    deletion: "refused",
    lifecycle: { currentVersions: { kind: "expire", afterDays: days }, coldStorage: { kind: "none" }, supersededDays: days },
    retention: { kind: "none" },
  };
}

export function bucketPolicy(bucket: BucketDesign, keyArn: string | undefined): string {
  return policyDocument([tlsOnly(bucket.name), keepVersions(bucket), ...otherEncryption(bucket, keyArn), ...bucket.statements]);
}

/** What a deletion hides goes by lifecycle, which no policy stops. */
function keepVersions({ name, deletion }: BucketDesign): Statement {
  const evenHiding = deletion === "refused" ? ["s3:DeleteObject"] : [];
  return {
    Sid: "KeepVersions",
    Effect: "Deny",
    Principal: "*",
    Action: ["s3:DeleteBucket", ...evenHiding, "s3:DeleteObjectVersion"],
    Resource: [bucketArn(name), `${bucketArn(name)}/*`],
  };
}

function tlsOnly(bucket: string): Statement {
  return {
    Sid: "TlsOnly",
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: [bucketArn(bucket), `${bucketArn(bucket)}/*`],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
}

/** A header that is absent means the bucket's own encryption; only one that says otherwise is refused. */
function otherEncryption(bucket: BucketDesign, keyArn: string | undefined): readonly Statement[] {
  if (bucket.foreignKeys.kind === "allowed") return [];
  if (keyArn === undefined) throw new Error(`bucket ${bucket.name} refuses foreign keys but has none of its own; give it one`);
  const refuse = (sid: string, header: string, allowed: readonly string[]): Statement => ({
    Sid: sid,
    Effect: "Deny",
    Principal: "*",
    Action: "s3:PutObject",
    Resource: `${bucketArn(bucket.name)}/*`,
    Condition: { Null: { [header]: "false" }, StringNotEquals: { [header]: allowed } },
  });
  return [
    refuse("OtherEncryption", "s3:x-amz-server-side-encryption", ["aws:kms"]),
    refuse("OtherKey", "s3:x-amz-server-side-encryption-aws-kms-key-id", [keyArn, bucket.foreignKeys.aliasArn]),
  ];
}
