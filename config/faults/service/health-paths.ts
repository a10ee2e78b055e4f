import type { Draft } from "../../draft";
import type { Finding } from "../../fault";

/** One question for two purposes: a ledger that is out of order would have every task of both sites replaced. */
export function healthPathFindings({ service: { health } }: Draft): readonly Finding[] {
  if (health === undefined || health.ready !== health.deep) return [];
  return [
    {
      path: ["service", "health", "deep"],
      at: "value",
      what: "Load balancers and Route 53 would ask the same.",
      allowed: "Two paths: `ready` says that a task can take requests, `deep` that payments go through, ledger included.",
      mend: "Give the deep answer a path of its own.",
    },
  ];
}
