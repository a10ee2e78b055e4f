import type { Statement } from "./policy-document";

/** A cell's cluster, and the network that its tasks connect from. */
export interface LedgerAccess {
  readonly clusterArn: string;
  readonly vpcId: string;
}

/**
 * What a payment service may do with its ledger: open connections as a database role of its own.
 * `DbConnectAdmin` is another action, and nobody has it here. The signed token that stands for a
 * password is made by the task itself: no call leaves it.
 *
 * A cluster can be reached from the internet; IAM decides. `aws:SourceVpc` is there only for what
 * comes through an endpoint of a VPC (aurora-dsql/latest/userguide/rbp-examples, read 2026-11-25).
 */
export function ledgerPermissions({ clusterArn, vpcId }: LedgerAccess): readonly Statement[] {
  return [
    {
      Sid: "ConnectToLedger",
      Effect: "Allow",
      Action: "dsql:DbConnect",
      Resource: clusterArn,
      Condition: { StringEquals: { "aws:SourceVpc": vpcId } },
    },
    {
      // Outweighs whatever another policy of the role may say.
      Sid: "ConnectFromNowhereElse",
      Effect: "Deny",
      Action: ["dsql:DbConnect", "dsql:DbConnectAdmin"],
      Resource: "*",
      Condition: { StringNotEquals: { "aws:SourceVpc": vpcId } },
    },
  ];
}

/** What passes the endpoint in front of a cluster: connections of its own cell's payment service. */
export function ledgerEndpointPermissions(clusterArn: string, paymentServiceRoleArn: string): readonly Statement[] {
  return [
    {
      Sid: "ConnectToLedger",
      Effect: "Allow",
      Principal: "*",
      Action: "dsql:DbConnect",
      Resource: clusterArn,
      Condition: { ArnEquals: { "aws:PrincipalArn": paymentServiceRoleArn } },
    },
  ];
}

/** Ids of the networks of the sites that a cluster serves: its own site's, or both where there is one cluster for both. */
export type ServedNetworks = readonly [string, ...string[]];

/** What the cluster itself refuses, whoever asks: connections that do not come out of the networks that it serves. */
export function ledgerClusterPermissions([first, ...others]: ServedNetworks): readonly Statement[] {
  return [
    {
      Sid: "ConnectFromNowhereElse",
      Effect: "Deny",
      Principal: { AWS: "*" },
      Action: ["dsql:DbConnect", "dsql:DbConnectAdmin"],
      Resource: "*",
      Condition: { StringNotEquals: { "aws:SourceVpc": others.length === 0 ? first : [first, ...others] } },
    },
  ];
}
