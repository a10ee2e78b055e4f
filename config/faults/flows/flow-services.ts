import type { Draft, DraftFlow } from "../../draft";
import type { Finding } from "../../fault";
import { repeats } from "../../repeats";

/** Each AWS service has an endpoint of its own: a flow to awsServices names those that it needs. */
export function flowServicesFindings(draft: Draft): readonly Finding[] {
  return draft.flows.flatMap((flow, index) => [...strayOrMissing(flow, index), ...repeatedServices(flow, index)]);
}

function strayOrMissing({ to, services }: DraftFlow, index: number): readonly Finding[] {
  if (to === undefined || (to === "awsServices") === (services !== undefined)) return [];
  const path = ["flows", index, "services"];
  const allowed = "`services` on flows to awsServices, and there always.";
  return services === undefined
    ? [
        {
          path,
          at: "key",
          what: "A flow to awsServices does not say which.",
          allowed,
          mend: "Add `services: [kms, logs]`, with those that it calls.",
        },
      ]
    : [
        {
          path,
          at: "key",
          what: `A flow to ${to} has \`services\`.`,
          allowed,
          mend: "Remove `services`, or lead the flow to awsServices.",
        },
      ];
}

function repeatedServices({ services = [] }: DraftFlow, index: number): readonly Finding[] {
  return repeats(services, (service) => service).map(({ item, index: place }) => ({
    path: ["flows", index, "services", place],
    at: "value",
    what: `${item} stands in this list already.`,
    allowed: "Each service once.",
    mend: "Remove it here.",
  }));
}
