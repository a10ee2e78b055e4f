import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import {
  LocalBackend,
  S3Backend,
  type TerraformBackend,
  TerraformElement,
  TerraformOutput,
  type TerraformProvider,
  TerraformStack,
} from "cdktf";
import type { Construct } from "constructs";
import type { ProviderAlias, ProviderDesign, StackDesign } from "../design/foundation/stack";
import { StackDocument } from "./stack-document";

/**
 * What every stack has: providers that work in one account and Region only, state in an explicit
 * place, and the evidence that readers of the Terraform need.
 */
export class FoundationStack extends TerraformStack {
  private readonly awsProviders: readonly AwsProvider[];
  private readonly backend: TerraformBackend;
  private readonly after: readonly string[];
  private readonly document = new StackDocument(this);

  constructor(scope: Construct, design: StackDesign) {
    super(scope, design.name);
    this.after = design.after;
    this.awsProviders = design.providers.map((provider) => this.defineProvider(design, provider));
    this.pinProvider(design.awsProvider);
    this.backend = this.defineBackend(design);
    // No secret: 728 lines of it in every plan and apply would hide what changes. Plans and states hold it whole.
    new TerraformOutput(this, "evidence", { value: design.evidence, sensitive: true }).overrideLogicalId("twinsite_evidence");
    this.node.addValidation({ validate: () => this.sharedIds() });
  }

  /** Tells `cdktf deploy` which of the app's stacks must be there before this one. */
  waitFor(stacks: readonly FoundationStack[]): void {
    for (const name of this.after) {
      const earlier = stacks.find((stack) => stack.node.id === name);
      if (earlier === undefined) throw new Error(`stack ${this.node.id} waits for ${name}, which is not in the app`);
      this.addDependency(earlier);
    }
  }

  /** cdktf would look for it among all that the stack holds, once for every stack that reads its state. */
  override ensureBackendExists(): TerraformBackend {
    return this.backend;
  }

  override prepareStack(): void {
    this.document.prepare();
  }

  override toTerraform(): object {
    return this.document.whole(this["rawOverrides"]);
  }

  /** One of the app's stacks that this one takes something from. */
  protected needed<T extends { readonly node: { readonly id: string } }>(name: string, among: readonly T[]): T {
    const found = among.find(({ node }) => node.id === name);
    if (found === undefined) throw new Error(`stack ${this.node.id} needs ${name}, which is not in the app`);
    return found;
  }

  /**
   * Calls another stack's state by a name without its site: both sites' stacks then read theirs at
   * one address. Nothing of it may have been used before.
   */
  protected readAs(name: string, stack: FoundationStack): void {
    this.registerIncomingCrossStackReference(stack).overrideLogicalId(name);
  }

  /** What another stack tells under a name of its own choice; what it does not tell is found out by the plan only. */
  protected outputOf(stack: FoundationStack, output: string): string {
    return this.registerIncomingCrossStackReference(stack).getString(output);
  }

  /** The provider of one side or of a global service, for the resources that are not in the stack's first Region. */
  protected providerOf(alias: ProviderAlias): TerraformProvider {
    const provider = this.awsProviders.find((candidate) => candidate.alias === alias);
    if (provider === undefined) throw new Error(`stack ${this.node.id} has no provider with alias ${alias}`);
    return provider;
  }

  /** cdktf merges two elements of one logical id without a word: one of them disappears. */
  private sharedIds(): string[] {
    const seen = new Map<string, string>();
    return this.node.findAll().flatMap((construct) => {
      if (!TerraformElement.isTerraformElement(construct)) return [];
      const id = `${construct.constructor.name} ${construct.friendlyUniqueId}`;
      const other = seen.get(id);
      seen.set(id, construct.node.path);
      return other === undefined
        ? []
        : [`${other} and ${construct.node.path} share the logical id ${construct.friendlyUniqueId}; rename one`];
    });
  }

  private defineProvider(design: StackDesign, provider: ProviderDesign): AwsProvider {
    return new AwsProvider(this, provider.alias === undefined ? "aws" : `aws-${provider.alias}`, {
      region: provider.region,
      allowedAccountIds: [design.account],
      defaultTags: [{ tags: provider.tags }],
      ...(provider.alias === undefined ? {} : { alias: provider.alias }),
    });
  }

  /** The binding would pin the version it was generated from; the deployment names the one to use. */
  private pinProvider(version: string): void {
    this.addOverride("terraform.required_providers.aws", { source: "hashicorp/aws", version });
    this.addOverride("terraform.required_version", ">= 1.10.0");
  }

  private defineBackend({ backend }: StackDesign): TerraformBackend {
    switch (backend.kind) {
      case "local":
        return new LocalBackend(this, { path: backend.path });
      case "s3":
        // The binding has no `use_lockfile`: it is older than the argument.
        this.addOverride("terraform.backend.s3.use_lockfile", true);
        return new S3Backend(this, {
          bucket: backend.bucket,
          key: backend.key,
          region: backend.region,
          encrypt: true,
          kmsKeyId: backend.kmsKeyAlias,
        });
    }
  }
}
