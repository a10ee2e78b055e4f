import type { GateOf } from "../../analysis/rollout/human-gate";
import { type Act, act, type Instructions } from "./instructions";

type NeededQuota = GateOf<"quotas">["quotas"][number];

export function quotasInstructions({ region, quotas }: GateOf<"quotas">): Instructions {
  const needs = quotas.map(({ quota, needed }) => `${needed} of ${quota.name}`).join(", ");
  // Service Quotas lists what it raises, and what people at AWS raise it does not always know.
  const listed = quotas.filter(({ quota }) => asked(quota) === "byServiceQuotas");
  const others = quotas.filter(({ quota }) => asked(quota) !== "byServiceQuotas");
  return {
    title: `Have the quotas of ${region} raised`,
    acts: [
      act(
        `This Region needs ${needs}. A new account has less.${listed.length === 0 ? "" : " Look at what yours has:"}`,
        ...listed.map(({ quota }) => lookAt(quota, region)),
      ),
      ...(listed.length === 0 ? [] : [asking(listed, region)]),
      ...others.map(({ quota, needed }) => {
        const who = asked(quota) === "byAccountTeam" ? "your AWS account team" : "AWS Support";
        return act(`Ask ${who} for ${needed} of ${quota.name} in ${region}, and keep the answer: Service Quotas does not raise it.`);
      }),
    ],
    runbook: "docs/runbooks/first-deployment.md",
  };
}

function asking(quotas: readonly NeededQuota[], region: string): Act {
  const coded = quotas.some(({ quota }) => quota.code === undefined) ? " CODE is what the look printed before the value." : "";
  return act(
    `Ask for what is missing; AWS takes hours or days. It is there when the commands above print enough.${coded}`,
    ...quotas.map(({ quota: { service, code }, needed }) => {
      const wanted = `--region ${region} --service-code ${service} --quota-code ${code ?? "CODE"} --desired-value ${needed}`;
      return `aws service-quotas request-service-quota-increase ${wanted}`;
    }),
  );
}

function asked(quota: NeededQuota["quota"]) {
  return "raised" in quota ? quota.raised : "byServiceQuotas";
}

/** The command that looks at a quota. AWS's pages do not tell every quota's code, but the account does. */
function lookAt({ service, code, name }: NeededQuota["quota"], region: string): string {
  if (code !== undefined) {
    return `aws service-quotas get-service-quota --region ${region} --service-code ${service} --quota-code ${code} --query Quota.Value --output text`;
  }
  const query = `Quotas[?contains(QuotaName, '${name}')].[QuotaCode,Value]`;
  return `aws service-quotas list-service-quotas --region ${region} --service-code ${service} --query "${query}" --output text`;
}
