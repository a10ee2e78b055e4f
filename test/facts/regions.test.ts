import { directConnectLocations } from "../../facts/direct-connect-locations";
import { dsqlRegionSets } from "../../facts/ledger-regions";
import { regions } from "../../facts/regions";

const known = regions.map(({ region }) => region);

test("every Region is there once, in order, with zones that no other has", () => {
  expect(known).toEqual([...new Set(known)].toSorted());
  const prefixes = regions.map(({ zoneIds }) => new Set(zoneIds.map((zone) => zone.replace(/-az\d$/, ""))));
  expect(prefixes.filter(({ size }) => size !== 1)).toEqual([]);
  expect(new Set(prefixes.flatMap((each) => [...each])).size).toBe(regions.length);
  expect(regions.filter(({ zoneIds }) => zoneIds.length < 3)).toEqual([]);
});

test("every Region that a ledger of two can be in can be named", () => {
  expect(dsqlRegionSets.flatMap(({ regions: ofSet }) => ofSet).filter((region) => !known.includes(region))).toEqual([]);
});

test("every market has a second Region to name, in its country or beside it", () => {
  const beside: Readonly<Record<string, readonly string[]>> = {
    AU: ["AU", "NZ"],
    CA: ["CA", "US"],
    GB: ["GB", "IE"],
    HK: ["HK", "TW"],
    KR: ["KR", "JP"],
    SE: ["SE", "DE"],
  };
  const markets = new Set(directConnectLocations.map(({ country }) => country));
  expect(markets).toEqual(new Set(Object.keys(beside)));
  for (const countries of Object.values(beside)) {
    expect(regions.filter(({ country }) => countries.includes(country)).length).toBeGreaterThanOrEqual(2);
  }
});
