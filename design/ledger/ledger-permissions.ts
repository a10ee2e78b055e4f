import type { Statement } from "../foundation/policy-document";

/** What a payment service connects to, by the ledger's engine. */
export type LedgerAccess = ClusterAccess | DatabaseUserAccess;

/** A cell's cluster of Aurora DSQL, and the network that its tasks connect from. */
export interface ClusterAccess {
  readonly engine: "dsql";
  readonly clusterArn: string;
  readonly vpcId: string;
}

/** The user that tasks are in a cell's cluster of Aurora. */
export interface DatabaseUserAccess {
  readonly engine: "auroraGlobal";
  readonly userArn: string;
}

/** The role in the database that the service has, whatever the engine. */
export const DATABASE_USER = "payment_service";

/**
 * ARN of a user of one cluster, by the id that the cluster keeps for life
 * (AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy).
 */
export function databaseUserArn(place: { readonly region: string; readonly account: string }, clusterResourceId: string): string {
  return `arn:aws:rds-db:${place.region}:${place.account}:dbuser:${clusterResourceId}/${DATABASE_USER}`;
}

/** What a payment service may do with its ledger. */
export function ledgerPermissions(access: LedgerAccess): readonly Statement[] {
  switch (access.engine) {
    case "dsql":
      return clusterPermissions(access);
    case "auroraGlobal":
      return userPermissions(access);
  }
}

/**
 * Signing in as one user of one cluster, with a token in the place of a password. The cluster has
 * addresses of its site's network only, so no condition has to say where from.
 */
function userPermissions({ userArn }: DatabaseUserAccess): readonly Statement[] {
  return [{ Sid: "ConnectToLedger", Effect: "Allow", Action: "rds-db:connect", Resource: userArn }];
}

/**
 * Opening connections as a database role of its own.
 * `DbConnectAdmin` is another action, and nobody has it here. The signed token that stands for a
 * password is made by the task itself: no call leaves it.
 *
 * A cluster can be reached from the internet; IAM decides. `aws:SourceVpc` is there only for what
 * comes through an endpoint of a VPC (aurora-dsql/latest/userguide/rbp-examples, read 2026-11-25).
 */
function clusterPermissions({ clusterArn, vpcId }: ClusterAccess): readonly Statement[] {
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
