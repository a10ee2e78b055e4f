import { BackupRestoreTestingSelection } from "@cdktf/provider-aws/lib/backup-restore-testing-selection";
import { DbSubnetGroup } from "@cdktf/provider-aws/lib/db-subnet-group";
import { Fn } from "cdktf";
import { Construct } from "constructs";
import type { LedgerRestoreTests as LedgerRestoreTestsDesign } from "../../design/backups/restore-tests";
import type { Tags } from "../../design/foundation/tags";
import type { RestoreTesting } from "./backup-store";

export interface LedgerRestoreTestsProps {
  readonly tests: LedgerRestoreTestsDesign;
  readonly testing: RestoreTesting;
  readonly subnets: readonly { readonly id: string; readonly availabilityZone: string }[];
  /** Id of a security group that lets nothing pass. */
  readonly closedSecurityGroupId: string;
  readonly tags: Tags;
}

/**
 * Has every ledger's backups restored, each as a cluster without an instance, which nobody can
 * connect to. What AWS Backup would choose is the default network, which is not there
 * (aws-backup/latest/devguide/restore-testing and restoring-aur, read 2026-11-27). A restored cluster
 * is under the key of its backup, which is its ledger's.
 */
export class LedgerRestoreTests extends Construct {
  constructor(scope: Construct, id: string, props: LedgerRestoreTestsProps) {
    super(scope, id);
    const { tests, testing } = props;
    const restoreMetadataOverrides = this.placeOf(props);
    for (const { number, name, clusterArns } of tests.selections) {
      new BackupRestoreTestingSelection(this, `selection-${number}`, {
        name,
        restoreTestingPlanName: testing.plan,
        protectedResourceType: "Aurora",
        protectedResourceArns: [...clusterArns],
        iamRoleArn: testing.roleArn,
        validationWindowHours: testing.validationWindowHours,
        restoreMetadataOverrides,
      });
    }
  }

  /** Where a restore is placed; lists are written as JSON (restore-testing-inferred-metadata, read 2026-11-27). */
  private placeOf({ tests, subnets, closedSecurityGroupId, tags }: LedgerRestoreTestsProps): Record<string, string> {
    const group = new DbSubnetGroup(this, "subnets", {
      name: tests.subnetGroup,
      description: "The data segment, for ledgers that are restored to see that they can be",
      subnetIds: subnets.map(({ id }) => id),
      tags: { ...tags, Name: tests.subnetGroup },
    });
    return {
      availabilityZones: Fn.jsonencode(subnets.map(({ availabilityZone }) => availabilityZone)),
      dbSubnetGroupName: group.name,
      vpcSecurityGroupIds: Fn.jsonencode([closedSecurityGroupId]),
    };
  }
}
