import { NetworkAcl } from "@cdktf/provider-aws/lib/network-acl";
import { Construct } from "constructs";
import type { NetworkDesign } from "../../design/network/network";
import type { AclRule } from "../../design/network/network-acls";
import type { SiteNetwork } from "./site-network";

export interface SegmentAclsProps {
  readonly design: NetworkDesign;
  readonly network: SiteNetwork;
}

/** A network ACL per segment. Its rules are part of it: one that is added by hand shows as a difference. */
export class SegmentAcls extends Construct {
  constructor(scope: Construct, id: string, { design, network }: SegmentAclsProps) {
    super(scope, id);
    for (const acl of design.acls) {
      new NetworkAcl(this, acl.segment, {
        vpcId: network.vpc.id,
        subnetIds: network.subnetsOf(acl.segment).map(({ subnet }) => subnet.id),
        ingress: acl.ingress.map(entryOf),
        egress: acl.egress.map(entryOf),
        tags: { ...design.segmentTags[acl.segment] },
      });
    }
  }
}

function entryOf(rule: AclRule) {
  return {
    ruleNo: rule.number,
    action: "allow",
    protocol: rule.protocol,
    cidrBlock: rule.cidr,
    fromPort: rule.ports.from,
    toPort: rule.ports.to,
  };
}
