import type { PaymentRate } from "../../facts/payment-rate";
import type { ServiceQuota } from "../../facts/service-quotas";

/**
 * Something that only a person can do, and before which Terraform should not go on. It is read from
 * the templates, so it names what this deployment has.
 */
export type HumanGate = GateTerms & GateSubject;

export interface GateTerms {
  /** What `--done` takes. */
  readonly id: string;
  /** Before the stack is deployed, or while Terraform waits for it in the middle of that. */
  readonly when: "before" | "during";
  /** A gate that stands once is passed when its stack has been deployed; another stands before every change. */
  readonly stands: "once" | "everyTime";
}

export type GateSubject =
  | { readonly kind: "regions"; readonly regions: readonly string[] }
  | { readonly kind: "serviceRoles"; readonly stack: string; readonly roles: readonly ServiceRole[] }
  | { readonly kind: "onCall"; readonly subscriptions: readonly Subscription[] }
  | { readonly kind: "quotas"; readonly region: string; readonly quotas: readonly NeededQuota[] }
  | { readonly kind: "zoneOffers"; readonly regions: readonly ZonesInUse[] }
  | { readonly kind: "delegation"; readonly zone: string }
  | { readonly kind: "delegationSigner"; readonly zone: string; readonly stack: string }
  | { readonly kind: "secrets"; readonly secrets: readonly SecretHere[] }
  | { readonly kind: "ledgerRole"; readonly region: string; readonly ledger: string; readonly roles: readonly string[] }
  | { readonly kind: "ledgerPrimary"; readonly region: string; readonly union: string; readonly cluster: string }
  | {
      readonly kind: "ledgerUser";
      readonly region: string;
      readonly cluster: string;
      readonly administrator: string;
      readonly user: string;
    }
  | { readonly kind: "image"; readonly region: string; readonly registry: string; readonly repository: string; readonly digest: string }
  | {
      readonly kind: "trustBundle";
      readonly region: string;
      readonly bucket: string;
      readonly bundle: string;
      readonly limits: TrustBundleLimits;
    }
  | { readonly kind: "ports"; readonly region: string; readonly location: string; readonly ports: readonly string[] }
  | {
      readonly kind: "macsecKeys";
      readonly region: string;
      readonly stacks: LinkStacks;
      readonly awaited: readonly string[];
      readonly keyed: readonly KeyedPort[];
    };

/** The zones of a Region that sites are in, and what goes into them. */
export interface ZonesInUse {
  readonly region: string;
  /** By id. */
  readonly zones: readonly string[];
  /** Endpoint services that AWS tells the zones of, by their full names. */
  readonly services: readonly string[];
  /** What goes into the zones too, and of which nothing tells the zones before it is made. */
  readonly untold: readonly string[];
}

/** What AWS takes of a bundle of authorities. */
export interface TrustBundleLimits {
  readonly certificates: number;
  /** Of the quota that has more of them. */
  readonly certificatesCode: string;
  readonly certificateBytes: number;
  readonly subjectBytes: number;
  readonly chainDepth: number;
}

export interface ServiceRole {
  readonly address: string;
  readonly service: string;
}

/** A secret as a site's tasks read it: people put the value where the secret is made, and AWS copies it. */
export interface SecretHere {
  readonly name: string;
  /** The Region of the site that reads it. */
  readonly region: string;
  readonly is: "made" | "copied";
}

export interface Subscription {
  readonly region: string;
  readonly protocol: string;
  readonly endpoint: string;
}

export interface NeededQuota {
  readonly quota: PaymentRate | ServiceQuota;
  readonly needed: number;
}

/** The stack that orders the ports of a location, and the one of what runs over them. */
export interface LinkStacks {
  readonly ports: string;
  readonly links: string;
}

/** A port whose key is declared: AWS has the association, and Terraform has to adopt it. */
export interface KeyedPort {
  readonly port: string;
  readonly association: string;
}

/** A gate of one kind. */
export type GateOf<Kind extends HumanGate["kind"]> = Extract<HumanGate, { readonly kind: Kind }>;
