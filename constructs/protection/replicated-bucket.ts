import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { BucketSide, ReplicatedBucketDesign } from "../../design/shared/shared-bucket";
import { BucketReplication, type ReplicationEnd } from "./bucket-replication";
import { EncryptionKey } from "./encryption-key";
import { SecureBucket } from "./secure-bucket";
import type { TwinProviders } from "./twin-providers";

export interface ReplicatedBucketProps {
  readonly buckets: ReplicatedBucketDesign;
  readonly providers: TwinProviders;
}

/** A bucket in each Region, and what is in either copied to the other. */
export class ReplicatedBucket extends Construct {
  constructor(scope: Construct, id: string, { buckets, providers }: ReplicatedBucketProps) {
    super(scope, id);
    const a = this.defineSide("a", buckets.a, providers.a);
    const b = this.defineSide("b", buckets.b, providers.b);
    new BucketReplication(this, "a-to-b", { replication: buckets.a.toTwin, source: a, destination: b });
    new BucketReplication(this, "b-to-a", { replication: buckets.b.toTwin, source: b, destination: a });
  }

  private defineSide(side: "a" | "b", design: BucketSide, provider: TerraformProvider): ReplicationEnd {
    const key = new EncryptionKey(this, `${side}-key`, { key: design.key, provider });
    const bucket = new SecureBucket(this, `${side}-files`, { bucket: design.bucket, kmsKeyArn: key.arn, provider });
    return { bucket, key, provider };
  }
}
