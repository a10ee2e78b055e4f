import { permissionsOf, type TypePermissions } from "./permission-row";

type Words = Parameters<typeof permissionsOf>[2];

const s3 = (type: string, words: Words): TypePermissions => permissionsOf("s3", type, { ...words, read: `ListBucket ${words.read ?? ""}` });
const kms = (type: string, words: Words): TypePermissions => permissionsOf("kms", type, words);
const iam = (type: string, words: Words): TypePermissions => permissionsOf("iam", type, words);
const backup = (type: string, words: Words): TypePermissions => permissionsOf("backup", type, words);

const key = {
  read: "DescribeKey GetKeyPolicy GetKeyRotationStatus ListKeyPolicies ListResourceTags",
  update: "DisableKey EnableKey PutKeyPolicy UpdateKeyDescription",
  delete: "ScheduleKeyDeletion",
  tag: "TagResource UntagResource",
};

/** What keys, buckets, roles, secrets, registries and backups take. */
export const protectionPermissions: readonly TypePermissions[] = [
  // KMS refuses a key policy whose author may not put it again: the action stands in the author's own policy, too.
  kms("aws_kms_key", { ...key, create: "CreateKey PutKeyPolicy", update: `${key.update} DisableKeyRotation EnableKeyRotation` }),
  kms("aws_kms_replica_key", {
    ...key,
    create: "CreateKey ReplicateKey PutKeyPolicy",
    serviceRoles: ["mrk.kms.amazonaws.com"],
  }),
  kms("aws_kms_alias", { create: "CreateAlias", read: "ListAliases DescribeKey", update: "UpdateAlias", delete: "DeleteAlias" }),
  s3("aws_s3_bucket", {
    create: "CreateBucket",
    // The provider reads a bucket's every setting, also those that have a resource of their own.
    read: "GetAccelerateConfiguration GetBucketAcl GetBucketCORS GetBucketLocation GetBucketLogging GetBucketObjectLockConfiguration GetBucketPolicy GetBucketRequestPayment GetBucketTagging GetBucketVersioning GetBucketWebsite GetEncryptionConfiguration GetLifecycleConfiguration GetReplicationConfiguration",
    delete: "DeleteBucket",
    tag: "PutBucketTagging",
  }),
  s3("aws_s3_bucket_lifecycle_configuration", { create: "PutLifecycleConfiguration", read: "GetLifecycleConfiguration" }),
  s3("aws_s3_bucket_logging", { create: "PutBucketLogging", read: "GetBucketLogging GetBucketAcl" }),
  s3("aws_s3_bucket_object_lock_configuration", {
    create: "PutBucketObjectLockConfiguration",
    read: "GetBucketObjectLockConfiguration",
  }),
  s3("aws_s3_bucket_ownership_controls", { create: "PutBucketOwnershipControls", read: "GetBucketOwnershipControls" }),
  s3("aws_s3_bucket_policy", { create: "PutBucketPolicy", read: "GetBucketPolicy", delete: "DeleteBucketPolicy" }),
  s3("aws_s3_bucket_public_access_block", { create: "PutBucketPublicAccessBlock", read: "GetBucketPublicAccessBlock" }),
  s3("aws_s3_bucket_replication_configuration", {
    create: "PutReplicationConfiguration",
    read: "GetReplicationConfiguration",
    passesRole: true,
  }),
  s3("aws_s3_bucket_server_side_encryption_configuration", {
    create: "PutEncryptionConfiguration",
    read: "GetEncryptionConfiguration",
  }),
  s3("aws_s3_bucket_versioning", { create: "PutBucketVersioning", read: "GetBucketVersioning" }),
  permissionsOf("s3", "aws_s3_account_public_access_block", {
    create: "PutAccountPublicAccessBlock",
    read: "GetAccountPublicAccessBlock",
  }),
  iam("aws_iam_account_password_policy", {
    create: "UpdateAccountPasswordPolicy",
    read: "GetAccountPasswordPolicy",
    delete: "DeleteAccountPasswordPolicy",
  }),
  iam("aws_iam_policy", {
    create: "CreatePolicy",
    read: "GetPolicy GetPolicyVersion ListPolicyVersions",
    update: "CreatePolicyVersion DeletePolicyVersion",
    delete: "DeletePolicy",
    tag: "TagPolicy UntagPolicy",
  }),
  iam("aws_iam_role", {
    create: "CreateRole",
    read: "GetRole ListAttachedRolePolicies ListRolePolicies",
    update: "PutRolePermissionsBoundary UpdateAssumeRolePolicy UpdateRole UpdateRoleDescription",
    delete: "DeleteRole ListInstanceProfilesForRole",
    tag: "TagRole UntagRole",
  }),
  iam("aws_iam_role_policy", { create: "PutRolePolicy", read: "GetRolePolicy", delete: "DeleteRolePolicy" }),
  iam("aws_iam_role_policy_attachment", {
    create: "AttachRolePolicy",
    read: "ListAttachedRolePolicies",
    delete: "DetachRolePolicy",
  }),
  iam("aws_iam_service_linked_role", { create: "CreateServiceLinkedRole", read: "GetRole" }),
  permissionsOf("secretsmanager", "aws_secretsmanager_secret", {
    create: "CreateSecret ReplicateSecretToRegions",
    read: "DescribeSecret GetResourcePolicy",
    update: "UpdateSecret RemoveRegionsFromReplication RestoreSecret",
    delete: "DeleteSecret",
    tag: "TagResource UntagResource",
  }),
  permissionsOf("secretsmanager", "aws_secretsmanager_secret_policy", {
    create: "PutResourcePolicy ValidateResourcePolicy",
    read: "GetResourcePolicy",
    delete: "DeleteResourcePolicy",
  }),
  permissionsOf("ecr", "aws_ecr_repository", {
    create: "CreateRepository",
    read: "DescribeRepositories ListTagsForResource",
    update: "PutImageScanningConfiguration PutImageTagMutability",
    delete: "DeleteRepository",
    tag: "TagResource UntagResource",
  }),
  permissionsOf("ecr", "aws_ecr_registry_scanning_configuration", {
    create: "PutRegistryScanningConfiguration inspector2:ListAccountPermissions inspector2:Enable",
    read: "GetRegistryScanningConfiguration",
    serviceRoles: ["inspector2.amazonaws.com"],
  }),
  backup("aws_backup_vault", {
    create: "CreateBackupVault backup-storage:MountCapsule",
    read: "DescribeBackupVault ListTags",
    delete: "DeleteBackupVault",
    tag: "TagResource UntagResource",
  }),
  backup("aws_backup_vault_lock_configuration", {
    create: "PutBackupVaultLockConfiguration",
    read: "DescribeBackupVault",
    delete: "DeleteBackupVaultLockConfiguration",
  }),
  backup("aws_backup_plan", {
    create: "CreateBackupPlan",
    read: "GetBackupPlan ListTags",
    update: "UpdateBackupPlan",
    delete: "DeleteBackupPlan",
    tag: "TagResource UntagResource",
  }),
  backup("aws_backup_selection", {
    create: "CreateBackupSelection",
    read: "GetBackupSelection",
    delete: "DeleteBackupSelection",
    serviceRoles: ["backup.amazonaws.com"],
    passesRole: true,
  }),
  backup("aws_backup_restore_testing_plan", {
    create: "CreateRestoreTestingPlan",
    read: "GetRestoreTestingPlan ListTags",
    update: "UpdateRestoreTestingPlan",
    delete: "DeleteRestoreTestingPlan",
    tag: "TagResource UntagResource",
    serviceRoles: ["restore-testing.backup.amazonaws.com"],
  }),
  backup("aws_backup_restore_testing_selection", {
    create: "CreateRestoreTestingSelection",
    read: "GetRestoreTestingSelection",
    update: "UpdateRestoreTestingSelection",
    delete: "DeleteRestoreTestingSelection",
    passesRole: true,
  }),
];
