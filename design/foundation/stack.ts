import type { Evidence } from "./evidence";
import type { Tags } from "./tags";

/** Where a stack's state lives. Paths are relative to the stack's own folder below the output. */
export type Backend =
  | { readonly kind: "local"; readonly path: string }
  | { readonly kind: "s3"; readonly bucket: string; readonly key: string; readonly region: string; readonly kmsKeyAlias: string };

/** A site's Region, or the one Region of a global service. */
export type ProviderAlias = "a" | "b" | "us-east-1" | "us-west-2";

/** One AWS provider of a stack: one account, one Region. */
export interface ProviderDesign {
  /** Absent for the stack's only or first provider. */
  readonly alias?: ProviderAlias;
  readonly region: string;
  readonly tags: Tags;
}

/** What every stack has, whatever it holds. */
export interface StackDesign {
  readonly name: string;
  readonly account: string;
  /** Exact version of the AWS provider. */
  readonly awsProvider: string;
  readonly providers: readonly ProviderDesign[];
  readonly backend: Backend;
  readonly evidence: Evidence;
  /** Names of the stacks that must be deployed before this one. */
  readonly after: readonly string[];
}
