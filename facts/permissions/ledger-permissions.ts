import { permissionsOf, type TypePermissions } from "./permission-row";

type Words = Parameters<typeof permissionsOf>[2];

const rds = (type: string, words: Words): TypePermissions =>
  permissionsOf("rds", type, { tag: "AddTagsToResource ListTagsForResource RemoveTagsFromResource", ...words });
const dsql = (type: string, words: Words): TypePermissions => permissionsOf("dsql", type, words);

const cluster = {
  read: "GetCluster GetVpcEndpointServiceName ListTagsForResource",
  update: "UpdateCluster",
  tag: "TagResource UntagResource",
};

/** What ledgers of every engine take. */
export const ledgerPermissions: readonly TypePermissions[] = [
  dsql("aws_dsql_cluster", {
    ...cluster,
    // A member of two Regions names its witness, and AWS asks for a word on each.
    create: "CreateCluster PutMultiRegionProperties PutWitnessRegion",
    delete: "DeleteCluster",
    serviceRoles: ["dsql.amazonaws.com"],
  }),
  dsql("aws_dsql_cluster_peering", {
    ...cluster,
    create: "UpdateCluster AddPeerCluster PutMultiRegionProperties PutWitnessRegion",
    delete: "RemovePeerCluster",
  }),
  dsql("aws_dsql_cluster_policy", {
    create: "PutClusterPolicy",
    read: "GetClusterPolicy",
    delete: "DeleteClusterPolicy",
  }),
  rds("aws_db_subnet_group", {
    create: "CreateDBSubnetGroup ec2:DescribeSubnets ec2:DescribeVpcs",
    read: "DescribeDBSubnetGroups",
    update: "ModifyDBSubnetGroup",
    delete: "DeleteDBSubnetGroup",
  }),
  rds("aws_rds_cluster", {
    create: "CreateDBCluster ec2:DescribeSecurityGroups",
    read: "DescribeDBClusters DescribeGlobalClusters",
    update: "ModifyDBCluster EnableHttpEndpoint DisableHttpEndpoint",
    delete: "DeleteDBCluster RemoveFromGlobalCluster",
    serviceRoles: ["rds.amazonaws.com"],
  }),
  rds("aws_rds_cluster_instance", {
    create: "CreateDBInstance",
    read: "DescribeDBInstances",
    update: "ModifyDBInstance RebootDBInstance",
    delete: "DeleteDBInstance",
    serviceRoles: ["rds.amazonaws.com"],
  }),
  rds("aws_rds_cluster_parameter_group", {
    create: "CreateDBClusterParameterGroup",
    read: "DescribeDBClusterParameterGroups DescribeDBClusterParameters",
    update: "ModifyDBClusterParameterGroup ResetDBClusterParameterGroup",
    delete: "DeleteDBClusterParameterGroup",
  }),
  rds("aws_rds_global_cluster", {
    create: "CreateGlobalCluster",
    read: "DescribeGlobalClusters DescribeDBClusters",
    update: "ModifyGlobalCluster",
    delete: "DeleteGlobalCluster RemoveFromGlobalCluster",
  }),
];
