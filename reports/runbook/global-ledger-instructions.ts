import type { GateOf } from "../../analysis/rollout/human-gate";
import { act, type Instructions } from "./instructions";

export function ledgerPrimaryInstructions({ union, region, cluster }: GateOf<"ledgerPrimary">): Instructions {
  return {
    title: `See that ${union} has its primary`,
    acts: [
      act(
        `The member that joins first becomes the primary, and this one is made as its copy. ${cluster} and True are printed:`,
        `aws rds describe-global-clusters --region ${region} --global-cluster-identifier ${union} ` +
          "--query 'GlobalClusters[0].GlobalClusterMembers[].[DBClusterArn,IsWriter]' --output text",
      ),
      act("available is printed for each of its instances:", instances(region, cluster)),
    ],
    runbook: "docs/runbooks/first-deployment.md",
  };
}

function instances(region: string, cluster: string): string {
  return (
    `aws rds describe-db-instances --region ${region} --filters Name=db-cluster-id,Values=${cluster} ` +
    "--query 'DBInstances[].[DBInstanceIdentifier,DBInstanceStatus]' --output text"
  );
}

/** The user is made through Aurora's Data API, opened for the hour: no machine of ours stands in the data segment, and none is to. */
export function ledgerUserInstructions({ region, cluster, administrator, user }: GateOf<"ledgerUser">): Instructions {
  const run = `aws rds-data execute-statement --region ${region} --resource-arn "$LEDGER" --secret-arn "$LOGIN" --database postgres --sql`;
  return {
    title: `Make the database user that the service has in ${cluster}`,
    acts: [
      act(
        "Once for both sites, by whoever may use Aurora's Data API there. Nobody knows the administrator's password: give it one for " +
          "the hour, from a file in memory.",
        `LEDGER=$(aws rds describe-db-clusters --region ${region} --db-cluster-identifier ${cluster} --query 'DBClusters[0].DBClusterArn' --output text)`,
        `umask 077; W=$(openssl rand -hex 32); echo "{\\"username\\":\\"${administrator}\\",\\"password\\":\\"$W\\"}" > /dev/shm/login.json`,
        `echo "{\\"DBClusterIdentifier\\":\\"${cluster}\\",\\"MasterUserPassword\\":\\"$W\\",\\"ApplyImmediately\\":true}" > /dev/shm/change.json`,
        `aws rds modify-db-cluster --region ${region} --cli-input-json file:///dev/shm/change.json --query 'DBCluster.Status'`,
        `LOGIN=$(aws secretsmanager create-secret --region ${region} --name ${cluster}-hour --secret-string file:///dev/shm/login.json --query ARN --output text)`,
        `aws rds enable-http-endpoint --region ${region} --resource-arn "$LEDGER"`,
      ),
      act(
        "Then the user, who signs in with tokens only, and the schema and the user's rights on it, as your release has them:",
        `${run} 'CREATE ROLE ${user} WITH LOGIN'`,
        `${run} 'GRANT rds_iam TO ${user}'`,
      ),
      act(
        "Close the door again, and leave a password that nobody knows:",
        `aws rds disable-http-endpoint --region ${region} --resource-arn "$LEDGER"`,
        `aws secretsmanager delete-secret --region ${region} --secret-id "$LOGIN" --force-delete-without-recovery`,
        `sed -i "s/$W/$(openssl rand -hex 32)/" /dev/shm/change.json`,
        `aws rds modify-db-cluster --region ${region} --cli-input-json file:///dev/shm/change.json --query 'DBCluster.HttpEndpointEnabled'`,
        "shred -u /dev/shm/login.json /dev/shm/change.json; unset W",
      ),
    ],
    runbook: "docs/runbooks/first-deployment.md",
  };
}
