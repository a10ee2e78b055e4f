import type { Deployment } from "../../config/deployment";
import { aliasArn, bucketName, stateKeyAlias } from "./naming";
import type { Backend } from "./stack";

/** Bucket that holds the state of the stacks whose state lives in a Region. */
export function stateBucket(deployment: Deployment, region: string): string {
  return bucketName(deployment, "state", region);
}

/** The Regions that hold state: each site's own, and a third for the stacks that see both. */
export function stateRegions(deployment: Deployment): readonly string[] {
  return [...new Set([deployment.sites.a.region, deployment.sites.b.region, deployment.homeRegion])];
}

/**
 * Local files lie beside the output folder, never in it: synth owns what is in there. By deployment,
 * since two outputs may lie side by side.
 */
export function localBackend(deployment: Deployment, stack: string): Backend {
  return { kind: "local", path: `../../../terraform.state/${deployment.name}/${stack}.tfstate` };
}

/** State of a stack in a Region: in that Region's bucket, or in a file for a trial. */
export function backendOf(deployment: Deployment, stack: string, region: string): Backend {
  if (deployment.state.kind === "local") return localBackend(deployment, stack);
  return {
    kind: "s3",
    bucket: stateBucket(deployment, region),
    key: `${deployment.name}/${stack}.tfstate`,
    region,
    kmsKeyAlias: aliasArn(deployment, region, stateKeyAlias(deployment)),
  };
}
