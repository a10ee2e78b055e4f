import { Ec2SubnetCidrReservation } from "@cdktf/provider-aws/lib/ec2-subnet-cidr-reservation";
import { Construct } from "constructs";
import type { FrontAddresses } from "../../design/layout/address-plan";
import type { SiteNetwork } from "./site-network";

export interface ReservedAddressesProps {
  readonly ranges: readonly FrontAddresses[];
  readonly network: SiteNetwork;
}

/** Ranges in which nothing gets an address unless it asks for that one: the cells' load balancers come later than others. */
export class ReservedAddresses extends Construct {
  constructor(scope: Construct, id: string, { ranges, network }: ReservedAddressesProps) {
    super(scope, id);
    for (const { subnet, reserved } of ranges) {
      new Ec2SubnetCidrReservation(this, subnet, {
        subnetId: network.subnet(subnet).subnet.id,
        cidrBlock: reserved,
        reservationType: "explicit",
        description: "Fixed addresses of load balancers",
      });
    }
  }
}
