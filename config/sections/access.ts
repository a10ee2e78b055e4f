import { z } from "zod";
import { roleName, userName } from "./fields";

/** Who may do what with the deployment, by names that IAM knows before it. */
export const access = z
  .strictObject({
    deployerRole: roleName("It runs Terraform.", "platform/twinsite-deployer"),
    keyAdministratorRole: roleName("It administers keys that it cannot use.", "platform/twinsite-key-administrator"),
    auditorRole: roleName("It reads the audit trail and the record of AWS Config, and nothing else.", "platform/twinsite-auditor"),
    breakGlassUsers: z
      .array(userName("It may become the break-glass role, with its MFA device.", "break-glass/first"))
      .min(2)
      .max(10)
      .meta({
        description:
          "IAM users, each with an MFA device, that may become the break-glass role: only what a user itself calls says that it had MFA. Two at least, so that one lost device locks nobody out.",
        examples: [["break-glass/first", "break-glass/second"]],
      }),
  })
  .meta({ description: "IAM roles, and users for emergencies, that exist before the first deployment." });
