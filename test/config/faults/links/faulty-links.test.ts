import { draftOf } from "../../../../config/draft";
import { linkSpeedFindings } from "../../../../config/faults/links/link-speeds";
import { directConnectLocations } from "../../../../facts/direct-connect-locations";
import { type Edit, edited, type FaultyCase, faultsOf, swedenText, told } from "../faulty-sweden";

/** The sample file with one link's block changed as a whole. */
const linkBlock = (name: string): string => {
  const start = swedenText.indexOf(`  - name: ${name}\n`);
  const next = swedenText.indexOf("\n  - name: ", start);
  const last = swedenText.indexOf("\nobjectives:", start);
  const end = next < 0 ? last : Math.min(next, last);
  return swedenText.slice(start, end);
};
const inLink = (name: string, ...edits: readonly Edit[]): Edit => {
  const block = linkBlock(name);
  const changed = edits.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`stands not once in ${name}: ${from}`);
    return text.replace(from, () => to);
  }, block);
  return [block, changed];
};
const allowedFor = (...edits: readonly Edit[]): readonly string[] => faultsOf(edited(...edits)).map(({ allowed }) => allowed);
const FIRST = "stockholm-1-eqsk1";
const LAST = "stockholm-2-itxs1";

const cases: readonly FaultyCase[] = [
  {
    title: "a location with a typing error",
    edits: [inLink(FIRST, ["dxLocation: EQSK1", "dxLocation: EQS1"])],
    faults: [["links[0].dxLocation", "EQS1", '"EQS1" is not one of the values that can stand here.', "Write `EQSK1`, if that was meant."]],
  },
  {
    title: "a location that nobody knows",
    edits: [inLink(FIRST, ["dxLocation: EQSK1", "dxLocation: MOONBASE"])],
    faults: [
      [
        "links[0].dxLocation",
        "MOONBASE",
        '"MOONBASE" is not one of the values that can stand here.',
        "Write it like `EQSK1`, with your own value.",
      ],
    ],
  },
  {
    title: "a speed that nobody sells",
    edits: [inLink(FIRST, ["speed: 100Gbps", "speed: 100Gbp"])],
    faults: [["links[0].speed", "100Gbp", '"100Gbp" is not one of the values that can stand here.', "Write `100Gbps`, if that was meant."]],
  },
  {
    title: "400 Gbit/s outside the United States",
    edits: [inLink(FIRST, ["speed: 100Gbps", "speed: 400Gbps"])],
    faults: [["links[0].speed", "400Gbps", "EQSK1 has no ports of 400Gbps.", "Choose one of these, or another location."]],
  },
  {
    title: "MACsec at a speed without it",
    edits: [inLink(FIRST, ["speed: 100Gbps", "speed: 1Gbps"])],
    faults: [
      [
        "links[0].macsec",
        "required",
        "EQSK1 has no MACsec on ports of 1Gbps.",
        "Choose a speed or a location with MACsec, or write `notUsed` and encrypt above it.",
      ],
    ],
  },
  {
    title: "a device by number instead of text",
    edits: [inLink(FIRST, ['device: "1"', "device: 1"])],
    faults: [["links[0].device", "1", "1 is not one of the values that can stand here.", 'Write it like `"1"`, with your own value.']],
  },
  {
    title: "one device in a location",
    edits: [inLink(LAST, ['device: "2"', 'device: "1"'])],
    faults: [["links[2].device", '"1"', "At ITXS1 all links are on device 1.", "Add a link at ITXS1 on device 2."]],
  },
  {
    title: "one location",
    edits: [
      [`${linkBlock("stockholm-1-itxs1")}\n`, ""],
      [linkBlock(LAST), ""],
    ],
    faults: [["links", "links:", "All links end at EQSK1.", "Add two links at another location."]],
  },
  {
    title: "two links of one name",
    edits: [inLink(LAST, [`name: ${LAST}`, `name: ${FIRST}`])],
    faults: [["links[3].name", FIRST, "stockholm-1-eqsk1 is also the name of links[0].", "Rename the one that is not ordered yet."]],
  },
  {
    title: "one VLAN for both sites",
    edits: [inLink(FIRST, ["vlan: { a: 101, b: 102 }", "vlan: { a: 101, b: 101 }"])],
    faults: [
      ["links[0].vlan.b", "101", "VLAN 101 is also links[0].vlan.a, on the same device.", "Choose another number for one of the two."],
    ],
  },
  {
    title: "one VLAN twice on a device",
    edits: [inLink("stockholm-2-eqsk1", ['device: "2"', 'device: "1"']), ["vlan: { a: 111, b: 112 }", "vlan: { a: 101, b: 112 }"]],
    faults: [
      ["links[0].device", '"1"', "At EQSK1 all links are on device 1.", "Add a link at EQSK1 on device 2."],
      ["links[1].vlan.a", "101", "VLAN 101 is also links[0].vlan.a, on the same device.", "Choose another number for one of the two."],
    ],
  },
  {
    title: "a VLAN beyond all VLANs",
    edits: [["vlan: { a: 101, b: 102 }", "vlan: { a: 0, b: 4095 }"]],
    faults: [
      ["links[0].vlan.a", "0", "0 is too small.", "Write it like `101`, with your own value."],
      ["links[0].vlan.b", "4095", "4095 is too large.", "Write it like `101`, with your own value."],
    ],
  },
  {
    title: "one range for two sessions",
    edits: [["169.254.100.4/30", "169.254.100.0/30"]],
    faults: [
      [
        "links[0].bgpRange.b",
        "169.254.100.0/30",
        "169.254.100.0/30 overlaps with 169.254.100.0/30 of links[0].bgpRange.a.",
        "Give one of the two another range.",
      ],
    ],
  },
  {
    title: "a range within another",
    edits: [["169.254.100.28/30", "169.254.100.2/31"]],
    faults: [
      [
        "links[3].bgpRange.b",
        "169.254.100.2/31",
        "169.254.100.2/31 overlaps with 169.254.100.0/30 of links[0].bgpRange.a.",
        "Give one of the two another range.",
      ],
    ],
  },
  {
    title: "a range for more than two routers",
    edits: [["169.254.100.28/30", "169.254.101.0/29"]],
    faults: [
      [
        "links[3].bgpRange.b",
        "169.254.101.0/29",
        "169.254.101.0/29 is no range for a session.",
        "Write it like `169.254.100.0/30`, with a range that no other session has.",
      ],
    ],
  },
  {
    title: "a range that a site could have",
    edits: [["169.254.100.28/30", "10.99.0.0/30"]],
    faults: [
      [
        "links[3].bgpRange.b",
        "10.99.0.0/30",
        "10.99.0.0/30 is no range for a session.",
        "Write it like `169.254.100.0/30`, with a range that no other session has.",
      ],
    ],
  },
  {
    title: "a range that starts in the middle",
    edits: [["169.254.100.28/30", "169.254.100.29/30"]],
    faults: [
      [
        "links[3].bgpRange.b",
        "169.254.100.29/30",
        "169.254.100.29/30 does not start at the first address of its range.",
        "Write 169.254.100.28/30, if that range was meant, or a longer prefix.",
      ],
    ],
  },
  {
    title: "a router with a gateway's number",
    edits: [inLink(FIRST, ["customerAsn: 65010", "customerAsn: 64515"])],
    faults: [
      [
        "links[0].customerAsn",
        "64515",
        "64515 is also sites.b.directConnectGatewayAsn.",
        "Write the number of the router at your end, or give the gateway another one.",
      ],
    ],
  },
  {
    title: "a router's number that the provider cannot send",
    edits: [inLink(FIRST, ["customerAsn: 65010", "customerAsn: 4200000000"])],
    faults: [["links[0].customerAsn", "4200000000", "4200000000 is too large.", "Write it like `65010`, with your own value."]],
  },
  {
    title: "a key without MACsec",
    edits: [inLink(FIRST, ["macsec: required", "macsec: notUsed"])],
    faults: [
      [
        "links[0].macsecSecretArn",
        "macsecSecretArn:",
        "The link has a MACsec key and does not use MACsec.",
        "Remove it, or write `macsec: required` if the port was ordered so.",
      ],
    ],
  },
  {
    title: "the key of a link in another Region",
    edits: [
      [
        "secretsmanager:eu-north-1:111122223333:secret:directconnect!prod/eu-north-1/directconnect/a1",
        "secretsmanager:eu-west-1:111122223333:secret:directconnect!prod/eu-west-1/directconnect/a1",
      ],
    ],
    faults: [
      [
        "links[0].macsecSecretArn",
        `arn:aws:secretsmanager:eu-west-1:111122223333:secret:directconnect!prod/eu-west-1/directconnect/${"a1".repeat(32)}-AbCdEf`,
        "This secret is of account 111122223333 and eu-west-1.",
        "Remove it until Direct Connect has made the link's own secret: docs/runbooks/macsec.md.",
      ],
    ],
  },
  {
    title: "a secret that Direct Connect did not make",
    edits: [[`directconnect!prod/eu-north-1/directconnect/${"a1".repeat(32)}-AbCdEf`, "our-own-key"]],
    faults: [
      [
        "links[0].macsecSecretArn",
        "arn:aws:secretsmanager:eu-north-1:111122223333:secret:our-own-key",
        '"arn:aws:secretsmanager:eu-north-1:111122223333:secret:our-ow…" does not have the form that is needed here.',
        "Write it like `arn:aws:secretsmanager:eu-north-1:111122223333:secret:directconnect!prod/eu-north-1/directconnect/EXAMPLE-AbCdEf`, with your own value.",
      ],
    ],
  },
  {
    title: "a lead time that ends before it starts",
    edits: [inLink(FIRST, ["{ from: 15, to: 30 }", "{ from: 30, to: 15 }"])],
    faults: [["links[0].accessCircuit.quote.leadTimeDays", "{", "From 30 to 15 days is no span.", "Swap the two."]],
  },
  {
    title: "a carrier's name that no tag can hold",
    edits: [inLink(FIRST, ["carrier: Malar Fibre", 'carrier: "Fibre, Malar"'])],
    faults: [
      [
        "links[0].accessCircuit.carrier",
        '"Fibre',
        '"Fibre, Malar" does not have the form that is needed here.',
        "Write it like `Example Fibre`, with your own value.",
      ],
    ],
  },
];

describe("a fault of a link", () => {
  test.each(cases)("$title is told with its place and how to mend it, and nothing else is", ({ edits, faults }) => {
    expect(told(edited(...edits))).toEqual(faults);
  });

  test("400 Gbit/s is told with where it is to be had", () => {
    expect(allowedFor(inLink(FIRST, ["speed: 100Gbps", "speed: 400Gbps"]))).toEqual([
      "At EQSK1: 1Gbps, 10Gbps, 100Gbps. Ports of 400Gbps are sold at 9 locations, all in the United States.",
    ]);
  });

  test("a location without MACsec says so", () => {
    expect(allowedFor(inLink(FIRST, ["dxLocation: EQSK1", "dxLocation: LGKNX"], ["speed: 100Gbps", "speed: 10Gbps"]))).toContain(
      "At LGKNX: notUsed.",
    );
  });
});

describe("a deployment without links", () => {
  const none: readonly [string, string] = [
    swedenText.slice(swedenText.indexOf("\nlinks:\n"), swedenText.indexOf("\nobjectives:")),
    "\nlinks: []\n",
  ];

  test("is told the party that could not be reached", () => {
    expect(told(edited(none))).toEqual([
      [
        "links",
        "links:",
        "There is no link, and participants is reached over directConnect.",
        "Add the links, or reach the party over the internet.",
      ],
    ]);
  });
});

describe("a quota of Direct Connect", () => {
  /** As many links more at EQSK1, each with addresses and VLANs of its own. */
  const withMore = (more: number): string => {
    const block = linkBlock(LAST);
    const added = Array.from({ length: more }, (_, index) =>
      block
        .replace(`name: ${LAST}`, `name: extra-${index}`)
        .replace("dxLocation: ITXS1", "dxLocation: EQSK1")
        .replaceAll("eu-central-1", "eu-north-1")
        .replace("vlan: { a: 131, b: 132 }", `vlan: { a: ${200 + 2 * index}, b: ${201 + 2 * index} }`)
        .replace("169.254.100.24/30", `169.254.${110 + index}.0/30`)
        .replace("169.254.100.28/30", `169.254.${110 + index}.4/30`),
    );
    return edited([block, [block, ...added].join("\n")]);
  };

  test("ten ports at a location pass and eleven are told, at the eleventh", () => {
    expect(told(withMore(8))).toEqual([]);
    expect(told(withMore(9))).toEqual([["links[12].dxLocation", "EQSK1", "EQSK1 has 11 links.", "Use faster ports, or another location."]]);
  });

  test("a gateway's thirty interfaces pass no thirty-first link", () => {
    expect(told(withMore(27)).map(([path, , what]) => [path, what])).toContainEqual(["links", "31 entries is too many."]);
  });

  test("a session's hundred routes hold for all parties together", () => {
    const prefixes = (second: number): string => Array.from({ length: 50 }, (_, index) => `10.${second}.${index}.0/24`).join(", ");
    const text = edited(
      ["prefixes: [10.200.0.0/16, 10.201.0.0/16]", `prefixes: [${prefixes(200)}]`],
      ["prefixes: [10.210.0.0/24]", `prefixes: [${prefixes(210)}]`],
    );
    expect(told(text)).toEqual([
      ["parties", "parties:", "The parties reached over directConnect have 101 prefixes together.", "Announce fewer and wider prefixes."],
    ]);
  });
});

const offerFaults: readonly FaultyCase[] = [
  {
    title: "an offer with the name of a link",
    edits: [["name: baltic-eqsk1", `name: ${FIRST}`]],
    faults: [["linkOffers[0].name", FIRST, "stockholm-1-eqsk1 is also the name of links[0].", "Rename the one that is not ordered yet."]],
  },
  {
    title: "an offer of a port that nobody sells there",
    edits: [
      [
        'dxLocation: EQSK1\n    speed: 100Gbps\n    device: "2"\n    accessCircuit',
        'dxLocation: EQSK1\n    speed: 400Gbps\n    device: "2"\n    accessCircuit',
      ],
    ],
    faults: [["linkOffers[0].speed", "400Gbps", "EQSK1 has no ports of 400Gbps.", "Choose one of these, or another location."]],
  },
  {
    title: "an offer's lead time that ends before it starts",
    edits: [["{ from: 20, to: 45 }", "{ from: 45, to: 20 }"]],
    faults: [["linkOffers[0].accessCircuit.quote.leadTimeDays", "{", "From 45 to 20 days is no span.", "Swap the two."]],
  },
  {
    title: "an offer of a kind that nobody knows",
    edits: [
      [
        "kind: wavelength\n      dataCentre: stockholm-1\n      carrier: Norr Optical\n      route: lake-ring",
        "kind: wavelenght\n      dataCentre: stockholm-1\n      carrier: Norr Optical\n      route: lake-ring",
      ],
    ],
    faults: [
      [
        "linkOffers[1].accessCircuit.kind",
        "wavelenght",
        '"wavelenght" is not one of the values that can stand here.',
        "Write `wavelength`, if that was meant.",
      ],
    ],
  },
  {
    title: "an offer that is free",
    edits: [["usdPerMonth: 27000", "usdPerMonth: 0"]],
    faults: [["linkOffers[0].accessCircuit.quote.usdPerMonth", "0", "0 is too small.", "Write it like `25000`, with your own value."]],
  },
  {
    title: "growth beyond all growth",
    edits: [["growthPercentPerYear: 35", "growthPercentPerYear: 3500"]],
    faults: [["linkTraffic.growthPercentPerYear", "3500", "3500 is too large.", "Write it like `25`, with your own value."]],
  },
  {
    title: "growth below nothing",
    edits: [["growthPercentPerYear: 35", "growthPercentPerYear: -1"]],
    faults: [["linkTraffic.growthPercentPerYear", "-1", "-1 is too small.", "Write it like `25`, with your own value."]],
  },
  {
    title: "a payment without bytes",
    edits: [["bytes: 10000", "bytes: 0"]],
    faults: [["linkTraffic.payment.bytes", "0", "0 is too small.", "Write it like `10000`, with your own value."]],
  },
  {
    title: "a month that no year has",
    edits: [["linkTraffic:\n  asOf: 2026-11", "linkTraffic:\n  asOf: 2026-13"]],
    faults: [
      [
        "linkTraffic.asOf",
        "2026-13",
        '"2026-13" does not have the form that is needed here.',
        "Write it like `2025-03`, with your own value.",
      ],
    ],
  },
];

describe("a fault of what is planned", () => {
  test.each(offerFaults)("$title is told with its place and how to mend it, and nothing else is", ({ edits, faults }) => {
    expect(told(edited(...edits))).toEqual(faults);
  });

  test("400 Gbit/s is refused with one reason at whatever location of the six markets, and no other speed is that it sells", () => {
    for (const { code, portSpeeds: sold } of directConnectLocations) {
      const reasons = (speed: string): readonly string[] =>
        linkSpeedFindings(draftOf({ links: [{ dxLocation: code, speed, macsec: "notUsed" }] })).map(({ what }) => what);
      expect(reasons("400Gbps")).toEqual([`${code} has no ports of 400Gbps.`]);
      expect(sold.flatMap(reasons)).toEqual([]);
    }
  });
});
