import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { LogArchiveDesign } from "../../design/guardrails/log-archive";
import { SecureBucket } from "../protection/secure-bucket";

export interface LogArchiveProps {
  readonly archive: LogArchiveDesign;
  readonly kmsKeyArn: string;
}

/** The trail's bucket, and a second one for the log of who read it. */
export class LogArchive extends Construct {
  readonly bucket: string;
  readonly ready: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: LogArchiveProps) {
    super(scope, id);
    const access = new SecureBucket(this, "access", { bucket: props.archive.access });
    const trail = new SecureBucket(this, "trail", {
      bucket: props.archive.trail,
      kmsKeyArn: props.kmsKeyArn,
      accessLogsAfter: access.ready,
    });
    this.bucket = trail.name;
    this.ready = trail.ready;
  }
}
