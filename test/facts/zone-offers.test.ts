import { endpointServices } from "../../facts/endpoint-services";
import { regions } from "../../facts/regions";
import { isOfferedIn, zoneOffers } from "../../facts/zone-offers";

const known = new Map(regions.map(({ region, zoneIds }) => [region, zoneIds]));

test("what is said of a service names Regions and zones that exist, each service once", () => {
  expect(new Set(zoneOffers.map(({ service }) => service)).size).toBe(zoneOffers.length);
  for (const { onlyIn, notReadIn } of zoneOffers) {
    for (const [region, zones] of Object.entries(onlyIn)) expect(known.get(region)).toEqual(expect.arrayContaining([...zones]));
    expect(notReadIn.filter((region) => !known.has(region))).toEqual([]);
  }
});

test.each([
  ["fargate", "apne1-az1", "offered"],
  ["fargate", "apne1-az3", "notOffered"],
  ["fargate", "eun1-az2", "offered"],
  ["fargate", "ape2-az1", "notRead"],
  ["fargate", "nowhere-az1", "notRead"],
  ["kms", "eun1-az1", "notRead"],
  ["network-firewall", "caw1-az1", "notRead"],
] as const)("%s in zone %s is %s", (service, zone, offer) => {
  expect(isOfferedIn(service, zone)).toBe(offer);
});

test("every interface endpoint that a site may need has its row, and a question that AWS answers", () => {
  const reached = Object.values(endpointServices).flatMap(({ endpoints }) => endpoints.filter(({ kind }) => kind === "interface"));
  const rows = zoneOffers.map(({ service }): string => service);
  expect(rows).toEqual(expect.arrayContaining(reached.map(({ service }) => service)));
  const silent = zoneOffers.filter(({ elsewhere, askedBy }) => elsewhere === "notRead" && askedBy.length === 0);
  expect(silent.map(({ service }) => service)).toEqual(["network-firewall"]);
});
