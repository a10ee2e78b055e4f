import { fargateSizes } from "../../../facts/fargate-sizes";
import type { Draft } from "../../draft";
import type { Finding } from "../../fault";

export function taskSizeFindings({ capacity }: Draft): readonly Finding[] {
  if (capacity === undefined) return [];
  const { vcpu, memoryGiB } = capacity.task;
  const size = fargateSizes.sizes.find((offered) => offered.vcpu === vcpu);
  if (size === undefined) throw new Error(`the sizes of Fargate tasks lack ${vcpu} processors`);
  const { from, to, step } = size;
  if (memoryGiB >= from && memoryGiB <= to && (memoryGiB - from) % step === 0) return [];
  return [
    {
      path: ["capacity", "task", "memoryGiB"],
      at: "value",
      what: `Fargate has no task of ${vcpu} vCPU and ${memoryGiB} GiB.`,
      allowed: `With ${vcpu} vCPU: ${from} to ${to} GiB in steps of ${step}.`,
      mend: "Choose another memory, or another number of processors.",
    },
  ];
}
