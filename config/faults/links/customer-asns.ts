import { type Draft, linksOf, sitesOf } from "../../draft";
import type { Finding } from "../../fault";
import { pathText } from "../../printable";

/** Links of one router share its number; a gateway with the same number would drop what it announces. */
export function customerAsnFindings(draft: Draft): readonly Finding[] {
  const gateways = sitesOf(draft).flatMap(({ path, site }) => [
    { path: [...path, "transitGatewayAsn"], asn: site.transitGatewayAsn },
    { path: [...path, "directConnectGatewayAsn"], asn: site.directConnectGatewayAsn },
  ]);
  return linksOf(draft).flatMap(({ path, link }): readonly Finding[] => {
    const same = gateways.find(({ asn }) => asn !== undefined && asn === link.customerAsn);
    if (same === undefined) return [];
    return [
      {
        path: [...path, "customerAsn"],
        at: "value",
        what: `${link.customerAsn} is also ${pathText(same.path)}.`,
        allowed: "A number that no transit gateway and no Direct Connect gateway has.",
        mend: "Write the number of the router at your end, or give the gateway another one.",
      },
    ];
  });
}
