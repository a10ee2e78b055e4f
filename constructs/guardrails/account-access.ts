import { IamAccountPasswordPolicy } from "@cdktf/provider-aws/lib/iam-account-password-policy";
import { S3AccountPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-account-public-access-block";
import { Construct } from "constructs";
import type { PasswordDesign } from "../../design/guardrails/guardrails-account";

export interface AccountAccessProps {
  readonly passwords: PasswordDesign;
}

/** No public bucket in the account, and rules for passwords that nobody should have. */
export class AccountAccess extends Construct {
  constructor(scope: Construct, id: string, { passwords }: AccountAccessProps) {
    super(scope, id);
    new S3AccountPublicAccessBlock(this, "public-access-block", {
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    new IamAccountPasswordPolicy(this, "passwords", {
      minimumPasswordLength: passwords.minimumLength,
      passwordReusePrevention: passwords.rememberedPasswords,
      maxPasswordAge: passwords.maximumAgeDays,
      requireLowercaseCharacters: true,
      requireNumbers: true,
      requireSymbols: true,
      requireUppercaseCharacters: true,
      allowUsersToChangePassword: true,
    });
  }
}
