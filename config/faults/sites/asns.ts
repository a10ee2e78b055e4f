import { type Draft, sitesOf } from "../../draft";
import type { Finding } from "../../fault";
import { pathText } from "../../printable";
import { repeats } from "../../repeats";

/** BGP drops a route that already carries the reader's own number, so equal numbers cut the line. */
export function asnFindings(draft: Draft): readonly Finding[] {
  const numbers = sitesOf(draft).flatMap(({ path, site }) => [
    { path: [...path, "transitGatewayAsn"], asn: site.transitGatewayAsn },
    { path: [...path, "directConnectGatewayAsn"], asn: site.directConnectGatewayAsn },
  ]);
  return repeats(numbers, ({ asn }) => asn).map(({ item, first }) => ({
    path: item.path,
    at: "value",
    what: `${item.asn} is also ${pathText(first.path)}.`,
    allowed: "Four different numbers: a transit gateway and a Direct Connect gateway in each site.",
    mend: "Choose a private number that none of the four, and none of your routers, has.",
  }));
}
