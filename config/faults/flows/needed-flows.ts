import type { AwsService } from "../../../facts/endpoint-services";
import type { Draft, DraftFlow } from "../../draft";
import type { Finding } from "../../fault";

/**
 * What every task of the payment service uses, whatever else it calls: its image (the registry, and
 * the object store that holds its layers), its log, its metrics, its keys and its secret.
 */
const NEEDED: readonly AwsService[] = ["ecr", "kms", "logs", "monitoring", "s3", "secretsmanager"];

/** Without these ways a deployment would be built whose tasks never start, or never reach the ledger. */
export function neededFlowFindings({ flows }: Draft): readonly Finding[] {
  if (flows.length === 0) return [];
  return [...withoutLedger(flows), ...withoutServices(flows)];
}

/** An end with a fault of its own may be the one that is missing. */
function mayLead({ from = "paymentService", to }: DraftFlow, end: string): boolean {
  return from === "paymentService" && (to ?? end) === end;
}

function withoutLedger(flows: readonly DraftFlow[]): readonly Finding[] {
  if (flows.some((flow) => mayLead(flow, "ledger"))) return [];
  return [
    {
      path: ["flows"],
      at: "key",
      what: "No flow goes from paymentService to ledger: nothing could be written down.",
      allowed: "A flow from paymentService to ledger.",
      mend: "Add it, with tcp and port 5432.",
    },
  ];
}

function withoutServices(flows: readonly DraftFlow[]): readonly Finding[] {
  const calling = flows.flatMap((flow, index) => (mayLead(flow, "awsServices") ? [{ flow, index }] : []));
  const [first] = calling;
  if (first === undefined) return [missingServices(["flows"], NEEDED)];
  // Services that are not read have faults of their own, and may be the missing ones.
  if (calling.some(({ flow }) => flow.services === undefined || flow.services.includes(undefined))) return [];
  const named = new Set(calling.flatMap(({ flow }) => flow.services ?? []));
  const missing = NEEDED.filter((service) => !named.has(service));
  return missing.length === 0 ? [] : [missingServices(["flows", first.index, "services"], missing)];
}

function missingServices(path: Finding["path"], missing: readonly AwsService[]): Finding {
  return {
    path,
    at: "key",
    what: `No flow lets the payment service call ${missing.join(", ")}: its tasks would not start.`,
    allowed: `A flow from paymentService to awsServices with at least: ${NEEDED.join(", ")}.`,
    mend: path.length === 1 ? "Add it, with tcp, port 443 and these services." : "Add what is missing.",
  };
}
