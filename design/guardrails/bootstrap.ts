import type { Deployment } from "../../config/deployment";
import { evidenceOf } from "../foundation/evidence";
import { aliasArn, roleArn, stateKeyAlias } from "../foundation/naming";
import type { StackDesign } from "../foundation/stack";
import { localBackend, stateBucket, stateRegions } from "../foundation/state";
import { defaultTags } from "../foundation/tags";
import type { BucketDesign } from "../protection/buckets";
import { type KeyDesign, keyDesign } from "../protection/keys";

/** The place for a Region's state. Its own state is a file: a bucket cannot hold the state that makes it. */
export interface BootstrapDesign extends StackDesign {
  readonly key: KeyDesign;
  readonly bucket: BucketDesign;
}

/** The stacks that keep state; none for a trial whose state is all in files. */
export function bootstrapDesigns(deployment: Deployment): readonly BootstrapDesign[] {
  if (deployment.state.kind === "local") return [];
  return stateRegions(deployment).map((region) => bootstrapDesign(deployment, region));
}

function bootstrapName(region: string): string {
  return `bootstrap-${region}`;
}

/** What must be there before a stack whose state lives in a Region can start. */
export function bootstrapOf(deployment: Deployment, region: string): readonly string[] {
  return deployment.state.kind === "local" ? [] : [bootstrapName(region)];
}

function bootstrapDesign(deployment: Deployment, region: string): BootstrapDesign {
  const name = bootstrapName(region);
  return {
    name,
    account: deployment.accounts.payments,
    awsProvider: deployment.awsProvider,
    providers: [{ region, tags: defaultTags(deployment, "protectsCardData") }],
    backend: localBackend(deployment, name),
    evidence: evidenceOf(deployment, name, { role: "bootstrap" }),
    after: [],
    key: keyDesign(deployment, {
      alias: stateKeyAlias(deployment),
      description: "Terraform state",
      uses: [
        {
          by: "services",
          may: "readAndWrite",
          region,
          services: ["s3"],
          principals: [roleArn(deployment, deployment.access.deployerRole)],
        },
      ],
      tags: {},
    }),
    bucket: {
      name: stateBucket(deployment, region),
      statements: [],
      // Terraform asks for the key by its alias: the bucket's name for it is all that it knows beforehand.
      foreignKeys: { kind: "refused", aliasArn: aliasArn(deployment, region, stateKeyAlias(deployment)) },
      // Terraform deletes its lock file.
      deletion: "hides",
      // A year of superseded states: long enough to see what a change of last year's audit period did.
      lifecycle: { currentVersions: { kind: "kept" }, coldStorage: { kind: "none" }, supersededDays: 365 },
      retention: { kind: "none" },
      // Every read and write of it is a data event of the trail.
      accessLogs: { kind: "none" },
      tags: {},
    },
  };
}
