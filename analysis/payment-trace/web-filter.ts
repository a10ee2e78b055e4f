import { textAt } from "../../synthesized/attributes";
import { follow } from "../../synthesized/estate/follow";
import { blocksNaming } from "../../synthesized/estate/referrers";
import { textOf } from "../../synthesized/estate/stack-block";
import type { Payment } from "./payment";
import { check, missing, type Piece, stepOf, type TraceStep } from "./step";

/** What looks at requests from the internet before the load balancer does. */
export function webFilterStep({ fronts, estate }: Payment): TraceStep {
  return stepOf(
    "webFilter",
    fronts.map(({ balancer }): Piece => {
      const [association] = blocksNaming(estate, balancer, { type: "aws_wafv2_web_acl_association", key: "resource_arn" });
      const acl = association === undefined ? undefined : follow(estate, association, "web_acl_arn");
      if (acl === undefined) return missing(`no web filter stands before ${textOf(balancer)}`);
      // One for CloudFront is made elsewhere and looks at no load balancer.
      const isHere = textAt(acl.block.attributes, "scope") === "REGIONAL";
      return check(
        isHere,
        `${textOf(acl)} before ${balancer.block.address}`,
        `${textOf(acl)} is for no load balancer: its scope is not REGIONAL`,
      );
    }),
  );
}
