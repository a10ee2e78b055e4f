import { z } from "zod";
import { addressRange, autonomousSystem, region, zoneId } from "./fields";

/** One of the two data centres, as a deployment declares it. */
export const site = z.strictObject({
  region: region("Where the site is.", "eu-north-1"),
  zones: z
    .array(zoneId)
    .min(2)
    .max(4)
    .meta({
      description: "The zones of the site, as many as the other site has; each holds one subnet of every segment.",
      examples: [["eun1-az1", "eun1-az2", "eun1-az3"]],
    }),
  addressSpace: addressRange.meta({
    description: "All addresses of the site: a private IPv4 range between /16 and /22 that nothing else uses.",
    examples: ["10.16.0.0/16"],
  }),
  advertisedPrefixes: z
    .array(addressRange)
    .min(1)
    .max(200)
    .meta({
      description:
        "What Direct Connect announces to the participants' routers: the site's address space or parts of it. Direct Connect takes 200 per transit gateway.",
      examples: [["10.16.0.0/16"]],
    }),
  transitGatewayAsn: autonomousSystem,
  directConnectGatewayAsn: autonomousSystem,
});
