import { SecretsmanagerSecret } from "@cdktf/provider-aws/lib/secretsmanager-secret";
import { SecretsmanagerSecretPolicy } from "@cdktf/provider-aws/lib/secretsmanager-secret-policy";
import { Construct } from "constructs";
import type { ReplicatedSecretDesign } from "../design/shared-secret";
import { EncryptionKey } from "./encryption-key";
import type { TwinProviders } from "./twin-providers";

export interface ReplicatedSecretProps {
  readonly secret: ReplicatedSecretDesign;
  readonly providers: TwinProviders;
}

/** An empty secret and its copy in the other Region, each under a key of its own. A value put in the one appears in the other. */
export class ReplicatedSecret extends Construct {
  constructor(scope: Construct, id: string, props: ReplicatedSecretProps) {
    super(scope, id);
    const { secret, providers } = props;
    const key = new EncryptionKey(this, "key", { key: secret.keys.a, provider: providers.a });
    const copyKey = new EncryptionKey(this, "copy-key", { key: secret.keys.b, provider: providers.b });
    const made = this.defineSecret(props, key, copyKey);
    this.definePolicy(made, props);
  }

  private defineSecret({ secret, providers }: ReplicatedSecretProps, key: EncryptionKey, copyKey: EncryptionKey): SecretsmanagerSecret {
    return new SecretsmanagerSecret(this, "secret", {
      provider: providers.a,
      name: secret.name,
      description: secret.description,
      kmsKeyId: key.arn,
      recoveryWindowInDays: secret.recoveryWindowDays,
      replica: [{ region: secret.copyRegion, kmsKeyId: copyKey.arn }],
      lifecycle: { preventDestroy: true },
    });
  }

  /** Secrets Manager carries it over to the copy, whose own cannot be set. */
  private definePolicy(made: SecretsmanagerSecret, { secret, providers }: ReplicatedSecretProps): void {
    new SecretsmanagerSecretPolicy(this, "policy", {
      provider: providers.a,
      secretArn: made.arn,
      policy: secret.policy,
      blockPublicPolicy: true,
    });
  }
}
