import type { Sourced } from "./regions";

/** Passwords of IAM users, which are the few for emergencies. PCI DSS 8.3.6 and 8.3.7 ask for 12 characters and 4 remembered. */
export const passwordRules: Sourced & {
  readonly minimumLength: number;
  readonly rememberedPasswords: number;
  readonly maximumAgeDays: number;
} = {
  minimumLength: 14,
  rememberedPasswords: 24,
  maximumAgeDays: 90,
  source: "CIS AWS Foundations Benchmark 1.8 and 1.9; PCI DSS v4.0.1 8.3.9 for the age",
  asOf: "2026-11-23",
};
