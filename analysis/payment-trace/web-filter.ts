import { follow, naming, textOf } from "./located";
import type { Passenger } from "./passenger";
import { found, missing, type Piece, stepOf, type TraceStep } from "./step";

/** What looks at requests from the internet before the load balancer does. */
export function webFilterStep({ fronts, templates }: Passenger): TraceStep {
  return stepOf(
    "webFilter",
    fronts.map(({ balancer }): Piece => {
      const [association] = naming("aws_wafv2_web_acl_association", "resource_arn", { named: balancer, templates });
      const acl = association === undefined ? undefined : follow(association, "web_acl_arn", templates);
      return acl === undefined
        ? missing(`no web filter stands before ${textOf(balancer)}`)
        : found(`${textOf(acl)} before ${balancer.block.address}`);
    }),
  );
}
