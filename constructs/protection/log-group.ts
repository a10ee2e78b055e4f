import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { Tags } from "../../design/foundation/tags";

export interface LogGroupProps {
  readonly name: string;
  readonly retentionDays: number;
  readonly kmsKeyArn: string;
  /** @default - the provider's default tags only */
  readonly tags?: Tags;
  /** @default - the stack's first provider */
  readonly provider?: TerraformProvider;
}

/** An encrypted log group that keeps what it gets for a declared time, and that no destroy removes. */
export class LogGroup extends Construct {
  readonly arn: string;
  readonly name: string;
  /** The resource itself, for what must not be there before it. */
  readonly group: CloudwatchLogGroup;

  constructor(scope: Construct, id: string, props: LogGroupProps) {
    super(scope, id);
    this.group = new CloudwatchLogGroup(this, "group", {
      name: props.name,
      retentionInDays: props.retentionDays,
      kmsKeyId: props.kmsKeyArn,
      // prevent_destroy ends with the block that says it; this is in the state, and outlives the block.
      skipDestroy: true,
      lifecycle: { preventDestroy: true },
      ...(props.tags === undefined ? {} : { tags: { ...props.tags } }),
      ...(props.provider === undefined ? {} : { provider: props.provider }),
    });
    this.arn = this.group.arn;
    this.name = this.group.name;
  }
}
