import { textAt } from "../../synthesized/attributes";
import { blocksNamed } from "../../synthesized/estate/follow";
import { blocksNaming } from "../../synthesized/estate/referrers";
import { type StackBlock, textOf } from "../../synthesized/estate/stack-block";
import { decide, type Statement, statementsIn } from "../flows/policies/policy";
import { requestOf } from "./call";
import { connectActionOf } from "./ledger-parts";
import type { Payment } from "./payment";
import { taskRole } from "./permissions";
import { found, missing, type Piece, unreadable } from "./step";

/** What a policy on a ledger itself denies: the tasks come from the site's network, and with a permission of their role. */
export function clusterPolicyPieces(cluster: StackBlock, payment: Payment): readonly Piece[] {
  const role = taskRole(payment);
  const policies = blocksNaming(payment.estate, cluster, { type: "aws_dsql_cluster_policy", key: "identifier" });
  return policies.map((policy): Piece => {
    const statements = statementsIn(textAt(policy.block.attributes, "policy") ?? "");
    if (statements === undefined || role === undefined) return unreadable(`what ${textOf(policy)} denies cannot be read`);
    const call = {
      action: connectActionOf(cluster),
      arn: "",
      context: new Map([["aws:SourceVpc", nameOfNetwork(policy, statements, payment)]]),
    };
    switch (decide([...statements, BY_ITS_ROLE], requestOf(role, call, payment))) {
      case "allowed":
        return found(`${textOf(policy)} lets tasks of the site connect`);
      case "notAllowed":
        return missing(`${textOf(policy)} denies ${textOf(role)} ${call.action} from the site's network`);
      case "unknown":
        return unreadable(`whether ${textOf(policy)} denies ${textOf(role)} ${call.action} cannot be read`);
    }
  });
}

/** Within an account a policy need not let in whom its own role lets. */
const BY_ITS_ROLE: Statement = { Effect: "Allow", Principal: "*", Action: ["*"] };

/** The site's network as the policy calls it; where it names others only, nothing that it names. */
function nameOfNetwork(policy: StackBlock, statements: readonly Statement[], { estate, site }: Payment): string {
  const texts = statements.flatMap(({ Condition = {} }) => Object.values(Condition).flatMap((keys) => Object.values(keys).flat()));
  const isSites = (text: string): boolean =>
    blocksNamed(estate, policy.template, text).some(({ template, block }) => block.type === "aws_vpc" && template === site);
  return texts.find(isSites) ?? "the site's network";
}
