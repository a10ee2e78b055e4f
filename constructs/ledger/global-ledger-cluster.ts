import type { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { DbSubnetGroup } from "@cdktf/provider-aws/lib/db-subnet-group";
import { RdsCluster } from "@cdktf/provider-aws/lib/rds-cluster";
import { RdsClusterInstance } from "@cdktf/provider-aws/lib/rds-cluster-instance";
import { RdsClusterParameterGroup } from "@cdktf/provider-aws/lib/rds-cluster-parameter-group";
import { TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { slowCreation } from "../../design/foundation/creation-time-outs";
import type { GlobalMemberClusterDesign } from "../../design/ledger/global-ledger-members";
import { EncryptionKey } from "../protection/encryption-key";
import { LogGroup } from "../protection/log-group";

export interface GlobalLedgerClusterProps {
  readonly cluster: GlobalMemberClusterDesign;
  /** Subnets of the data segment, in the order of their zones. */
  readonly subnets: readonly { readonly id: string; readonly availabilityZone: string }[];
  readonly securityGroupId: string;
}

interface ClusterPrerequisites {
  readonly keyArn: string;
  readonly log: CloudwatchLogGroup;
}

/**
 * One member of a cell's global ledger: a cluster of Aurora PostgreSQL, its instances each in a zone
 * of its own.
 *
 * What only a primary is made with hangs on one local value, the role. Nothing that is made looks at
 * it again: a promotion happens at AWS, so a plan after it must change nothing, and a new role in
 * the deployment file neither.
 */
export class GlobalLedgerCluster extends Construct {
  readonly identifier: string;
  readonly resourceId: string;
  readonly endpoint: string;
  readonly readerEndpoint: string;

  constructor(scope: Construct, id: string, props: GlobalLedgerClusterProps) {
    super(scope, id);
    const cluster = this.defineCluster(props, this.definePrerequisites(props));
    this.defineInstances(cluster, props);
    this.identifier = cluster.clusterIdentifier;
    this.resourceId = cluster.clusterResourceId;
    this.endpoint = cluster.endpoint;
    this.readerEndpoint = cluster.readerEndpoint;
  }

  /** The log's group before the cluster: Aurora would make it without end and key. */
  private definePrerequisites({ cluster: { key, log, tags } }: GlobalLedgerClusterProps): ClusterPrerequisites {
    const { arn } = new EncryptionKey(this, "key", { key });
    const { group } = new LogGroup(this, "log", { name: log.group, retentionDays: log.retentionDays, kmsKeyArn: arn, tags });
    return { keyArn: arn, log: group };
  }

  private defineCluster(props: GlobalLedgerClusterProps, { keyArn, log }: ClusterPrerequisites): RdsCluster {
    const { cluster, securityGroupId } = props;
    const first = this.firstAdministrator(cluster);
    const made = new RdsCluster(this, "cluster", {
      clusterIdentifier: cluster.identifier,
      globalClusterIdentifier: cluster.globalIdentifier,
      engine: "aurora-postgresql",
      engineVersion: cluster.engineVersion,
      masterUsername: first.name,
      masterPasswordWo: first.password,
      port: cluster.port,
      dbSubnetGroupName: this.defineSubnets(props),
      vpcSecurityGroupIds: [securityGroupId],
      dbClusterParameterGroupName: this.defineParameters(cluster),
      storageEncrypted: true,
      kmsKeyId: keyArn,
      iamDatabaseAuthenticationEnabled: true,
      // On a primary it does nothing until it is one no longer.
      enableGlobalWriteForwarding: true,
      enabledCloudwatchLogsExports: ["postgresql"],
      ...this.keeping(cluster),
      dependsOn: [log],
    });
    // A number or nothing, which the binding has no word for.
    made.addOverride("master_password_wo_version", first.passwordVersion);
    return made;
  }

  /** What stands between the ledger and its end, and what a promotion moves without Terraform. */
  private keeping({ identifier, backup, maintenanceWindow, tags }: GlobalMemberClusterDesign) {
    return {
      backupRetentionPeriod: backup.days,
      preferredBackupWindow: backup.window,
      preferredMaintenanceWindow: maintenanceWindow,
      copyTagsToSnapshot: true,
      deletionProtection: true,
      deleteAutomatedBackups: false,
      skipFinalSnapshot: false,
      finalSnapshotIdentifier: `${identifier}-final`,
      tags: { ...tags },
      timeouts: { ...slowCreation },
      lifecycle: {
        preventDestroy: true,
        ignoreChanges: ["global_cluster_identifier", "master_password_wo_version", "master_username", "replication_source_identifier"],
      },
    };
  }

  /**
   * A primary is made with an administrator, whose first password nobody learns: Terraform draws it
   * in the moment of the apply and keeps it neither in the plan nor in the state. A secondary has
   * its administrators by copy, and AWS refuses to make it with one.
   */
  private firstAdministrator({ administrator, role }: GlobalMemberClusterDesign) {
    const local = new TerraformLocal(this, "role", role);
    const ifPrimary = (value: string): string => `\${endswith(local.${local.friendlyUniqueId}, "primary") ? ${value} : null}`;
    return { name: ifPrimary(`"${administrator}"`), password: ifPrimary("uuid()"), passwordVersion: ifPrimary("1") };
  }

  private defineSubnets({ cluster: { identifier, tags }, subnets }: GlobalLedgerClusterProps): string {
    const group = new DbSubnetGroup(this, "subnets", {
      name: identifier,
      description: "The data segment, a subnet in every zone",
      subnetIds: subnets.map(({ id }) => id),
      tags: { ...tags },
    });
    return group.name;
  }

  private defineParameters({ identifier, parameterFamily, parameters, tags }: GlobalMemberClusterDesign): string {
    const group = new RdsClusterParameterGroup(this, "parameters", {
      name: identifier,
      description: "Connections over TLS only, and logged",
      family: parameterFamily,
      parameter: parameters.map(({ name, value, applied }) => ({ name, value, applyMethod: applied })),
      tags: { ...tags },
    });
    return group.name;
  }

  /** A version of the database comes when it is asked for, at one site: never by itself. */
  private defineInstances({ id }: RdsCluster, { cluster, subnets }: GlobalLedgerClusterProps): void {
    for (const [index, { availabilityZone }] of subnets.slice(0, cluster.instances).entries()) {
      new RdsClusterInstance(this, `instance-${index + 1}`, {
        identifier: `${cluster.identifier}-${index + 1}`,
        clusterIdentifier: id,
        engine: "aurora-postgresql",
        engineVersion: cluster.engineVersion,
        instanceClass: cluster.instanceClass,
        availabilityZone,
        publiclyAccessible: false,
        autoMinorVersionUpgrade: false,
        caCertIdentifier: cluster.certificateAuthority,
        copyTagsToSnapshot: true,
        preferredMaintenanceWindow: cluster.maintenanceWindow,
        promotionTier: 0,
        tags: { ...cluster.tags, Name: `${cluster.identifier}-${index + 1}` },
        timeouts: { ...slowCreation },
        lifecycle: { preventDestroy: true },
      });
    }
  }
}
