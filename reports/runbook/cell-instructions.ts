import type { GateOf } from "../../analysis/rollout/human-gate";
import { type Act, act, type Instructions } from "./instructions";

export function secretsInstructions({ secrets }: GateOf<"secrets">): Instructions {
  const made = secrets.filter(({ is }) => is === "made");
  const look = act(
    made.length === secrets.length
      ? "AWSCURRENT is printed:"
      : "The value was put at the other site, and AWS copies it. AWSCURRENT is printed:",
    ...secrets.map(
      ({ region, name }) =>
        `aws secretsmanager list-secret-version-ids --region ${region} --secret-id ${name} --query 'Versions[].VersionStages' --output text`,
    ),
  );
  return {
    title: made.length === 0 ? "See that the copies of the secrets are there" : "Put in the secrets that the service reads",
    acts: made.length === 0 ? [look] : [putting(made), look],
    runbook: "docs/runbooks/first-deployment.md",
  };
}

function putting(secrets: GateOf<"secrets">["secrets"]): Act {
  return act(
    "The key administrator does it, not the deployer, and Terraform never sees the value. From a file in memory, so that it is in " +
      "no history and no process list; shred the file afterwards.",
    ...secrets.map(
      ({ region, name }) =>
        `aws secretsmanager put-secret-value --region ${region} --secret-id ${name} --secret-string file:///dev/shm/value.json`,
    ),
    "shred -u /dev/shm/value.json",
  );
}

export function ledgerRoleInstructions({ region, ledger, roles }: GateOf<"ledgerRole">): Instructions {
  return {
    title: `Make the database role that the service has in ${ledger}`,
    acts: [
      act(
        "Once for both sites, by whoever has dsql:DbConnectAdmin on the cluster, from outside the network: the private door lets " +
          "nobody in but the service.",
        `aws dsql list-clusters --region ${region} --query 'clusters[].[identifier,arn]' --output text`,
        `HOST=IDENTIFIER.dsql.${region}.on.aws`,
        `export PGPASSWORD=$(aws dsql generate-db-connect-admin-auth-token --region ${region} --hostname "$HOST")`,
        `psql "host=$HOST dbname=postgres user=admin sslmode=verify-full sslrootcert=system"`,
      ),
      act(
        "There, and then the schema and the role's rights on it, as your release has them:",
        "CREATE ROLE payment_service WITH LOGIN;",
        ...roles.map((role) => `AWS IAM GRANT payment_service TO '${role}';`),
      ),
      act("Each role is printed:", "SELECT * FROM sys.iam_pg_role_mappings;"),
    ],
    runbook: "docs/runbooks/first-deployment.md",
  };
}

export function imageInstructions({ region, registry, repository, digest }: GateOf<"image">): Instructions {
  const tag = `sha-${digest.slice("sha256:".length, "sha256:".length + 12)}`;
  return {
    title: `Push the image to the registry in ${region}`,
    acts: [
      act(
        "The pipeline does it: the same bytes to both sites' registries, so that each pulls from its own. By hand, with the image's " +
          "source in the place of SOURCE:",
        `aws ecr get-login-password --region ${region} | skopeo login --username AWS --password-stdin ${registry}`,
        `skopeo copy --preserve-digests docker://SOURCE@${digest} docker://${registry}/${repository}:${tag}`,
      ),
      act(
        "The digest is printed, and the scan of it has found nothing that you do not accept:",
        `aws ecr describe-images --region ${region} --repository-name ${repository} --image-ids imageDigest=${digest} ` +
          "--query 'imageDetails[].[imageDigest,imageScanFindingsSummary.findingSeverityCounts]'",
      ),
    ],
    runbook: "docs/runbooks/change-site-by-site.md",
  };
}
