import { SecretsmanagerSecret, type SecretsmanagerSecretReplica } from "@cdktf/provider-aws/lib/secretsmanager-secret";
import { SecretsmanagerSecretPolicy } from "@cdktf/provider-aws/lib/secretsmanager-secret-policy";
import { Construct } from "constructs";
import type { ReplicatedSecretDesign } from "../../design/shared/shared-secret";
import { EncryptionKey } from "./encryption-key";
import type { TwinProviders } from "./twin-providers";

export interface ReplicatedSecretProps {
  readonly secret: ReplicatedSecretDesign;
  readonly providers: TwinProviders;
}

/** An empty secret, and its copy where the twin is in another Region, each under a key of its own. A value put in the one appears in the other. */
export class ReplicatedSecret extends Construct {
  constructor(scope: Construct, id: string, props: ReplicatedSecretProps) {
    super(scope, id);
    const { secret, providers } = props;
    const key = new EncryptionKey(this, "key", { key: secret.keys.a, provider: providers.a });
    const made = this.defineSecret(props, key, this.copiesOf(props));
    this.definePolicy(made, props);
  }

  private copiesOf({ secret, providers }: ReplicatedSecretProps): SecretsmanagerSecretReplica[] {
    if (secret.copyRegion === undefined) return [];
    const key = new EncryptionKey(this, "copy-key", { key: secret.keys.b, provider: providers.b });
    return [{ region: secret.copyRegion, kmsKeyId: key.arn }];
  }

  private defineSecret(
    { secret, providers }: ReplicatedSecretProps,
    key: EncryptionKey,
    replica: SecretsmanagerSecretReplica[],
  ): SecretsmanagerSecret {
    return new SecretsmanagerSecret(this, "secret", {
      provider: providers.a,
      name: secret.name,
      description: secret.description,
      kmsKeyId: key.arn,
      recoveryWindowInDays: secret.recoveryWindowDays,
      ...(replica.length === 0 ? {} : { replica }),
      lifecycle: { preventDestroy: true },
    });
  }

  /** The secret's policy, which Secrets Manager carries over to the copy, whose own cannot be set. */
  private definePolicy(made: SecretsmanagerSecret, { secret, providers }: ReplicatedSecretProps): void {
    new SecretsmanagerSecretPolicy(this, "policy", {
      provider: providers.a,
      secretArn: made.arn,
      policy: secret.policy,
      blockPublicPolicy: true,
    });
  }
}
