import type { Sourced } from "./regions";

/** Memory that Fargate offers with a number of processors, in GiB. */
export interface FargateSize {
  readonly vcpu: number;
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

/** Sizes of Linux tasks, from one processor on. */
export const fargateSizes: Sourced & { readonly sizes: readonly FargateSize[] } = {
  sizes: [
    { vcpu: 1, from: 2, to: 8, step: 1 },
    { vcpu: 2, from: 4, to: 16, step: 1 },
    { vcpu: 4, from: 8, to: 30, step: 1 },
    { vcpu: 8, from: 16, to: 60, step: 4 },
    { vcpu: 16, from: 32, to: 120, step: 8 },
  ],
  source: "AmazonECS/latest/developerguide/fargate-tasks-services",
  asOf: "2026-11-25",
};
