import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Construct } from "constructs";
import type { Tags } from "../../design/foundation/tags";
import type { NetworkDesign, PartyDesign } from "../../design/network/network";
import type { RulePeer, SecurityGroupRule } from "../../design/network/security-groups";
import type { SiteNetwork } from "./site-network";

type Party = PartyDesign["party"];

export interface PartySecurityGroupsProps {
  readonly design: NetworkDesign;
  readonly network: SiteNetwork;
}

/** A security group per party inside the site. They let nothing pass until their rules are defined. */
export class PartySecurityGroups extends Construct {
  private readonly parties: readonly PartyDesign[];
  private readonly groups: ReadonlyMap<Party, SecurityGroup>;

  constructor(scope: Construct, id: string, { design, network }: PartySecurityGroupsProps) {
    super(scope, id);
    this.parties = design.parties;
    this.groups = new Map(design.parties.map((party) => [party.party, this.defineGroup(party, network)]));
  }

  idOf(party: Party): string {
    const group = this.groups.get(party);
    if (group === undefined) throw new Error(`no security group for ${party}`);
    return group.id;
  }

  /** @param prefixListOf the prefix list of the gateway endpoint for a service. */
  defineRules(rules: readonly SecurityGroupRule[], prefixListOf: (service: string) => string): void {
    for (const rule of rules) {
      const config = {
        securityGroupId: this.idOf(rule.party),
        description: rule.description,
        ipProtocol: rule.protocol,
        fromPort: rule.port,
        toPort: rule.port,
        tags: { ...this.tagsOf(rule.party), Name: rule.id },
        ...this.peerOf(rule.peer, prefixListOf),
      };
      switch (rule.direction) {
        case "ingress":
          new VpcSecurityGroupIngressRule(this, `${rule.party}-from-${rule.id}`, config);
          break;
        case "egress":
          new VpcSecurityGroupEgressRule(this, `${rule.party}-to-${rule.id}`, config);
      }
    }
  }

  private defineGroup({ party, name, description, tags }: PartyDesign, network: SiteNetwork): SecurityGroup {
    return new SecurityGroup(this, party, { vpcId: network.vpc.id, name, description, tags: { ...tags } });
  }

  private tagsOf(party: Party): Tags {
    return this.parties.find((candidate) => candidate.party === party)?.tags ?? {};
  }

  private peerOf(peer: RulePeer, prefixListOf: (service: string) => string) {
    switch (peer.kind) {
      case "cidr":
        return { cidrIpv4: peer.cidr };
      case "party":
        return { referencedSecurityGroupId: this.idOf(peer.party) };
      case "gatewayEndpoint":
        return { prefixListId: prefixListOf(peer.service) };
    }
  }
}
