import fc from "fast-check";
import { Address4 } from "ip-address";
import { type Deployment, deploymentSchema, type Link } from "../../../config/deployment";
import { draftOf } from "../../../config/draft";
import { betweenFieldsFindings } from "../../../config/faults/between-fields";
import { guardrailsRegionDesigns } from "../../../design/guardrails/guardrails-region";
import { linkDesigns } from "../../../design/links/link";
import { linkAlarms } from "../../../design/links/link-alarms";
import { locationLinksDesigns } from "../../../design/links/location-links";
import { locationPortsDesigns } from "../../../design/links/location-ports";
import { directConnectLocations } from "../../../facts/direct-connect-locations";
import { sweden } from "../../sweden";

const [first] = sweden().links;
if (first === undefined) throw new Error("the sample has no link");
const withoutKey = ({ macsecSecretArn: _key, ...link }: Link): Link => link;
const withFirst = (change: (link: Link) => Link): Deployment => {
  const deployment = sweden();
  return { ...deployment, links: deployment.links.map((link, index) => (index === 0 ? change(link) : link)) };
};
const firstOf = (deployment: Deployment) => {
  const [link] = linkDesigns(deployment);
  if (link === undefined) throw new Error("the deployment has no link");
  return link;
};

const code = fc.constantFrom(...directConnectLocations.map((location) => location.code));
const sessionRange = fc.tuple(fc.constantFrom(30, 31), fc.nat(16_383)).map(([length, place]) => {
  const start = new Address4("169.254.0.0").bigInt() + BigInt(place * 4);
  return `${Address4.fromBigInt(start).address}/${length}`;
});
const vlan = fc.integer({ min: 1, max: 4094 });
const numbers = fc.record({ vlan: fc.record({ a: vlan, b: vlan }), bgpRange: fc.record({ a: sessionRange, b: sessionRange }) });

/** Two locations with two devices each, then more links anywhere. Most sets are sound; the rules say which. */
const deployments = fc
  .tuple(
    fc.uniqueArray(code, { minLength: 2, maxLength: 2 }),
    fc.array(fc.tuple(code, fc.constantFrom("1" as const, "2" as const)), { maxLength: 4 }),
    fc.array(numbers, { minLength: 12, maxLength: 12 }),
  )
  .map(([places, more, plans]): Deployment => {
    const pairs = [...new Set([...places, ...more.map(([place]) => place)])].flatMap((place) => [
      [place, "1"] as const,
      [place, "2"] as const,
    ]);
    const links = pairs.slice(0, plans.length).map(([dxLocation, device], index): Link => {
      return { ...withoutKey(first), name: `line-${index}`, dxLocation, device, speed: "10Gbps", macsec: "notUsed", ...plans[index] };
    });
    const { residency: _promise, ...anywhere } = sweden();
    return deploymentSchema.parse({ ...anywhere, links });
  });

const linkFaults = (deployment: Deployment) => betweenFieldsFindings(draftOf(deployment)).filter(({ path }) => path[0] === "links");

test("links that have no fault have VLANs, addresses and names that nobody else has", () => {
  let sound = 0;
  fc.assert(
    fc.property(deployments, (deployment) => {
      if (linkFaults(deployment).length > 0) return;
      sound++;
      const sessions = linkDesigns(deployment).flatMap(({ location, device, sessions: own }) =>
        own.map((session) => ({ ...session, place: `${location.code} ${device} ${session.vlan}` })),
      );
      const addresses = sessions.flatMap(({ customerAddress, amazonAddress }) => [customerAddress, amazonAddress]);
      const unique = [
        sessions.map(({ place }) => place),
        sessions.map(({ interfaceName }) => interfaceName),
        addresses.map((cidr) => cidr.split("/")[0]),
      ];
      for (const words of unique) expect(new Set(words).size).toBe(words.length);
    }),
    { numRuns: 150, seed: 20_261_123 },
  );
  expect(sound).toBeGreaterThan(75);
});

test("a session that takes another's VLAN on its device, or another's addresses, is a fault", () => {
  fc.assert(
    fc.property(deployments, fc.nat(), fc.constantFrom("a" as const, "b" as const), (deployment, nth, site) => {
      const [one, ...others] = deployment.links;
      const other = others[nth % others.length];
      if (one === undefined || other === undefined) return;
      const withAddresses = { ...other, bgpRange: { ...other.bgpRange, [site]: one.bgpRange.a } };
      const withVlan = { ...one, vlan: { a: one.vlan.a, b: one.vlan.a } };
      const paths = [
        linkFaults({ ...deployment, links: deployment.links.map((link) => (link === other ? withAddresses : link)) }),
        linkFaults({ ...deployment, links: [withVlan, ...others] }),
      ].map((faults) => faults.map(({ path }) => path[2]));
      expect(paths[0]).toContain("bgpRange");
      expect(paths[1]).toContain("vlan");
    }),
    { numRuns: 60, seed: 20_261_123 },
  );
});

test("the router has a range's first usable address and AWS the second, of a /30 and of a /31", () => {
  const addresses = (range: string) => {
    const [session] = firstOf(withFirst((link) => ({ ...link, bgpRange: { ...link.bgpRange, a: range } }))).sessions;
    return [session?.customerAddress, session?.amazonAddress];
  };
  expect(addresses("169.254.100.0/30")).toEqual(["169.254.100.1/30", "169.254.100.2/30"]);
  expect(addresses("169.254.100.2/31")).toEqual(["169.254.100.2/31", "169.254.100.3/31"]);
});

test("each session has its own site's gateway number and announced prefixes", () => {
  const { a, b } = sweden().sites;
  expect(firstOf(sweden()).sessions.map(({ site, amazonAsn, announcedByAmazon }) => [site, amazonAsn, announcedByAmazon])).toEqual([
    ["a", a.directConnectGatewayAsn, a.advertisedPrefixes],
    ["b", b.directConnectGatewayAsn, b.advertisedPrefixes],
  ]);
});

test("a link that awaits its key has a port that encrypts, and no session, key or alarm about one", () => {
  const deployment = withFirst(withoutKey);
  const [ports] = locationPortsDesigns(deployment);
  const [links] = locationLinksDesigns(deployment);
  expect(ports?.ports[0]).toMatchObject({ requestMacsec: true, encryptionMode: "asOrdered", tags: { "twinsite:macsec": "awaitsKey" } });
  expect(links?.lines[0]).toMatchObject({ key: "none", sessions: [] });
  expect(links?.lines[0]?.alarms.sessions).toEqual([]);
  expect(links?.lines[0]?.alarms.port.map(({ id }) => id)).toEqual([
    "port-down",
    "light-sent-low",
    "light-sent-high",
    "light-received-low",
    "light-received-high",
  ]);
  expect(ports?.ports[1]?.encryptionMode).toBe("must_encrypt");
});

test("a link without MACsec has sessions, and its port asks for none", () => {
  const deployment = withFirst((link) => ({ ...withoutKey(link), macsec: "notUsed" }));
  expect(locationPortsDesigns(deployment)[0]?.ports[0]).toMatchObject({ requestMacsec: false, encryptionMode: "asOrdered" });
  expect(locationLinksDesigns(deployment)[0]?.lines[0]).toMatchObject({ key: "none", sessions: [{ site: "a" }, { site: "b" }] });
});

test("light is held against the range that AWS publishes for the port's speed", () => {
  const thresholds = (speed: Link["speed"]) =>
    linkAlarms(firstOf(withFirst((link) => ({ ...link, speed }))))
      .port.filter(({ metric }) => metric.name.startsWith("ConnectionLightLevel"))
      .map(({ threshold }) => threshold);
  expect(thresholds("100Gbps")).toEqual([-4.3, 4.5, -10.6, 4.5]);
  expect(thresholds("10Gbps")).toEqual([-14.4, 2.5, -14.4, 2.5]);
  expect(thresholds("400Gbps")).toEqual([]);
});

test("a port is kept apart from the earlier ports of its location on the other device, and from no others", () => {
  const deployment = sweden();
  const third = {
    ...withoutKey(first),
    name: "third",
    vlan: { a: 301, b: 302 },
    bgpRange: { a: "169.254.101.0/30", b: "169.254.101.4/30" },
  };
  const [ports] = locationPortsDesigns({ ...deployment, links: [...deployment.links, third] });
  expect(ports?.ports.map(({ link, apartFrom }) => [link, apartFrom])).toEqual([
    ["stockholm-1-eqsk1", []],
    ["stockholm-2-eqsk1", ["stockholm-1-eqsk1"]],
    ["third", ["stockholm-2-eqsk1"]],
  ]);
});

test("two locations and two data centres are told as the cut sets that they are, and three are not", () => {
  const members = (deployment: Deployment) =>
    locationLinksDesigns(deployment).map(({ evidence }) => evidence.expectedCutSets.map((set) => set.members));
  expect(members(sweden())).toEqual(
    Array.from({ length: 2 }, () => [
      ["EQSK1", "ITXS1"],
      ["stockholm-1", "stockholm-2"],
    ]),
  );
  const thirdPlace = withFirst((link) => ({ ...link, accessCircuit: { ...link.accessCircuit, dataCentre: "uppsala-1" } }));
  expect(members(thirdPlace)[0]).toEqual([["EQSK1", "ITXS1"]]);
});

test("every Region that sells ports has guardrails", () => {
  const deployment = withFirst((link) => ({ ...link, dxLocation: "IAMGI" }));
  const guarded = guardrailsRegionDesigns(deployment).flatMap(({ providers }) => providers.map(({ region }) => region));
  expect(guarded).toEqual(["eu-north-1", "eu-central-1", "eu-west-1", "ap-southeast-1", "us-east-1", "us-west-2"]);
});
