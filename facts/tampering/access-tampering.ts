import { everyCall, named, type Tampering } from "./tampering";

/** Calls that open buckets, or widen what somebody may do. */
export const accessTampering: readonly Tampering[] = [
  {
    // The account's block is S3 Control's PutPublicAccessBlock; the trail calls it so (elastic/detection-rules).
    id: "bucket-access",
    watcher: "the block on public buckets, or a bucket's encryption or policy",
    guardrail: "none",
    eventSource: "s3.amazonaws.com",
    kept: "KeepKeysAndBackups",
    calls: [
      ...named("s3", "DeleteBucketPolicy"),
      { denied: "s3:PutAccountPublicAccessBlock", told: ["DeleteAccountPublicAccessBlock", "PutAccountPublicAccessBlock"] },
      { denied: "s3:PutEncryptionConfiguration", told: ["DeleteBucketEncryption"] },
      { denied: "s3:PutBucketPublicAccessBlock", told: ["DeleteBucketPublicAccessBlock"] },
    ],
    ...everyCall,
  },
  {
    id: "bucket-opening",
    watcher: "a bucket's own block on strangers",
    guardrail: "none",
    eventSource: "s3.amazonaws.com",
    kept: "KeepKeysAndBackups",
    calls: named("s3", "PutBucketPublicAccessBlock"),
    ...everyCall,
    only: ["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"].map((block) => ({
      path: ["PublicAccessBlockConfiguration", block],
      is: "false",
    })),
  },
  {
    id: "evidence-buckets",
    watcher: "what keeps a bucket of evidence or state from being emptied",
    guardrail: "none",
    eventSource: "s3.amazonaws.com",
    kept: "KeepEvidence",
    calls: [
      { denied: "s3:DeleteBucket*", told: ["DeleteBucket"] },
      { denied: "s3:PutLifecycleConfiguration", told: ["DeleteBucketLifecycle", "PutBucketLifecycle", "PutBucketLifecycleConfiguration"] },
      { denied: "s3:PutEncryptionConfiguration", told: ["PutBucketEncryption"] },
      { denied: "s3:PutBucket*", told: ["PutBucketLogging", "PutBucketObjectLockConfiguration", "PutBucketPolicy", "PutBucketVersioning"] },
      { denied: "s3:PutReplicationConfiguration", told: ["PutBucketReplication"] },
    ],
    ...everyCall,
    only: [{ path: ["bucketName"], is: "anEvidenceBucket" }],
  },
  {
    // People come through roles: but for emergencies, a user, an access key or a new device is a way around them.
    id: "identities",
    watcher: "the password policy, or the rule that there are no users but those for emergencies",
    guardrail: "none",
    eventSource: "iam.amazonaws.com",
    kept: "KeepBounds",
    calls: [
      ...named("iam", "CreateAccessKey", "CreateLoginProfile", "CreateUser", "EnableMFADevice"),
      { denied: "iam:Add*", told: ["AddUserToGroup"] },
      { denied: "iam:Attach*", told: ["AttachUserPolicy"] },
      { denied: "iam:Deactivate*", told: ["DeactivateMFADevice"] },
      { denied: "iam:Delete*", told: ["DeleteAccountPasswordPolicy", "DeleteUser"] },
      { denied: "iam:Put*", told: ["PutUserPolicy"] },
      { denied: "iam:Update*", told: ["UpdateAccountPasswordPolicy", "UpdateLoginProfile"] },
    ],
    ...everyCall,
    where: "us-east-1",
  },
  {
    id: "bounds",
    watcher: "the bounds of the break-glass role",
    guardrail: "none",
    eventSource: "iam.amazonaws.com",
    kept: "KeepBounds",
    calls: [
      { denied: "iam:Attach*", told: ["AttachRolePolicy"] },
      { denied: "iam:CreatePolicy*", told: ["CreatePolicyVersion"] },
      {
        denied: "iam:Delete*",
        told: ["DeletePolicy", "DeletePolicyVersion", "DeleteRole", "DeleteRolePermissionsBoundary", "DeleteRolePolicy"],
      },
      { denied: "iam:Detach*", told: ["DetachRolePolicy"] },
      { denied: "iam:Put*", told: ["PutRolePermissionsBoundary", "PutRolePolicy"] },
      { denied: "iam:Set*", told: ["SetDefaultPolicyVersion"] },
      { denied: "iam:Update*", told: ["UpdateAssumeRolePolicy", "UpdateRole"] },
    ],
    ...everyCall,
    where: "us-east-1",
    only: [
      { path: ["roleName"], is: "theBreakGlassRole" },
      { path: ["policyArn"], is: "theBreakGlassBoundary" },
    ],
  },
];
