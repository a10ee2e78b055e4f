import type { Sourced } from "./regions";

/** A quota of an account in a Region that a first deployment can meet, and that AWS raises on request. */
export interface QuotaFact extends Sourced {
  readonly what: string;
  /** As the Service Quotas API spells them. */
  readonly service: string;
  readonly code: string;
  /** What a new account has. */
  readonly default: number;
}

/** AWS's own default is 6; an account that has run more may have been given more. */
export const fargateProcessors: QuotaFact = {
  what: "Fargate On-Demand vCPU resource count",
  service: "fargate",
  code: "L-3032A538",
  default: 6,
  source:
    "AWS documentation, AmazonECS/latest/developerguide/service-quotas; codes as `aws service-quotas list-service-quotas` prints them",
  asOf: "2026-11-25",
};

export const reservedCapacityUnits: QuotaFact = {
  what: "Reserved Application Load Balancer capacity units",
  service: "elasticloadbalancing",
  code: "L-8A66D0E6",
  default: 0,
  source: "AWS documentation, elasticloadbalancing/latest/application/load-balancer-limits; code as in facts/load-balancer-capacity.ts",
  asOf: "2026-11-25",
};

export const elasticAddresses: QuotaFact = {
  what: "EC2-VPC Elastic IPs",
  service: "ec2",
  code: "L-0263D0A3",
  default: 5,
  source: "AWS documentation, vpc/latest/userguide/amazon-vpc-limits; codes as `aws service-quotas list-service-quotas` prints them",
  asOf: "2026-11-25",
};
