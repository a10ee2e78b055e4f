import { edited, type FaultyCase, told } from "../faulty-sweden";

const cases: readonly FaultyCase[] = [
  {
    title: "a third site",
    edits: [["    directConnectGatewayAsn: 64515\n", "    directConnectGatewayAsn: 64515\n  c: { region: eu-west-2 }\n"]],
    faults: [
      [
        "sites.c",
        "c:",
        '"c" would be a site besides a and b.',
        "Remove it. More load is more cells: raise `capacity.peakPaymentsPerSecond`.",
      ],
    ],
  },
  {
    title: "an address space that starts in the middle",
    edits: [["addressSpace: 10.16.0.0/16", "addressSpace: 10.16.4.0/16"]],
    faults: [
      [
        "sites.a.addressSpace",
        "10.16.4.0/16",
        "10.16.4.0/16 does not start at the first address of its range.",
        "Write 10.16.0.0/16, if that range was meant, or a longer prefix.",
      ],
    ],
  },
  {
    title: "an address space that is too small",
    edits: [
      ["addressSpace: 10.16.0.0/16", "addressSpace: 10.16.0.0/23"],
      ["advertisedPrefixes: [10.16.0.0/16]", "advertisedPrefixes: [10.16.0.0/23]"],
    ],
    faults: [
      [
        "sites.a.addressSpace",
        "10.16.0.0/23",
        "10.16.0.0/23 is too small for a site.",
        "Choose a range of its own with a prefix from /16 to /22.",
      ],
    ],
  },
  {
    title: "an address space that is too large",
    edits: [["addressSpace: 10.16.0.0/16", "addressSpace: 10.16.0.0/12"]],
    faults: [
      [
        "sites.a.addressSpace",
        "10.16.0.0/12",
        "10.16.0.0/12 is too large for a site.",
        "Choose a range of its own with a prefix from /16 to /22.",
      ],
    ],
  },
  {
    title: "a public address space",
    edits: [
      ["addressSpace: 10.16.0.0/16", "addressSpace: 8.8.0.0/16"],
      ["advertisedPrefixes: [10.16.0.0/16]", "advertisedPrefixes: [8.8.0.0/16]"],
    ],
    faults: [
      [
        "sites.a.addressSpace",
        "8.8.0.0/16",
        "8.8.0.0/16 is not a private range.",
        "Choose a range there that neither your network nor the participants use.",
      ],
    ],
  },
  {
    title: "equal address spaces",
    edits: [
      ["addressSpace: 10.32.0.0/16", "addressSpace: 10.16.0.0/16"],
      ["advertisedPrefixes: [10.32.0.0/16]", "advertisedPrefixes: [10.16.128.0/17]"],
    ],
    faults: [
      [
        "sites.b.addressSpace",
        "10.16.0.0/16",
        "10.16.0.0/16 overlaps with 10.16.0.0/16 of sites.a.addressSpace.",
        "Give one of the two another range.",
      ],
    ],
  },
  {
    title: "a party within a site",
    edits: [["prefixes: [10.210.0.0/24]", "prefixes: [10.16.7.0/24]"]],
    faults: [
      [
        "parties.clearing.prefixes[0]",
        "10.16.7.0/24",
        "10.16.7.0/24 overlaps with 10.16.0.0/16 of sites.a.addressSpace.",
        "Give one of the two another range.",
      ],
    ],
  },
  {
    title: "a party within another",
    edits: [["prefixes: [10.210.0.0/24]", "prefixes: [10.200.7.0/24]"]],
    faults: [
      [
        "parties.clearing.prefixes[0]",
        "10.200.7.0/24",
        "10.200.7.0/24 overlaps with 10.200.0.0/16 of parties.participants.prefixes[0].",
        "Give one of the two another range.",
      ],
    ],
  },
  {
    title: "a party that holds both sites",
    edits: [["prefixes: [10.210.0.0/24]", "prefixes: [10.0.0.0/9]"]],
    faults: [
      [
        "parties.clearing.prefixes[0]",
        "10.0.0.0/9",
        "10.0.0.0/9 overlaps with 10.16.0.0/16 of sites.a.addressSpace.",
        "Give one of the two another range.",
      ],
      [
        "parties.clearing.prefixes[0]",
        "10.0.0.0/9",
        "10.0.0.0/9 overlaps with 10.32.0.0/16 of sites.b.addressSpace.",
        "Give one of the two another range.",
      ],
    ],
  },
  {
    title: "a prefix listed twice",
    edits: [["[10.200.0.0/16, 10.201.0.0/16]", "[10.200.0.0/16, 10.200.0.0/16]"]],
    faults: [
      [
        "parties.participants.prefixes[1]",
        "10.200.0.0/16",
        "10.200.0.0/16 overlaps with 10.200.0.0/16 of parties.participants.prefixes[0].",
        "Give one of the two another range.",
      ],
    ],
  },
  {
    title: "a prefix of elsewhere that is advertised",
    edits: [["advertisedPrefixes: [10.16.0.0/16]", "advertisedPrefixes: [10.16.0.0/17, 10.99.0.0/16]"]],
    faults: [
      [
        "sites.a.advertisedPrefixes[1]",
        "10.99.0.0/16",
        "10.99.0.0/16 is not within the site's address space.",
        "Announce 10.16.0.0/16, or a part of it.",
      ],
    ],
  },
  {
    title: "an advertised prefix within another",
    edits: [["advertisedPrefixes: [10.16.0.0/16]", "advertisedPrefixes: [10.16.0.0/16, 10.16.1.0/24]"]],
    faults: [
      [
        "sites.a.advertisedPrefixes[1]",
        "10.16.1.0/24",
        "10.16.1.0/24 overlaps with 10.16.0.0/16 of sites.a.advertisedPrefixes[0].",
        "Remove one of the two.",
      ],
    ],
  },
  {
    title: "a default route as a party",
    edits: [["prefixes: [10.210.0.0/24]", "prefixes: [0.0.0.0/0]"]],
    faults: [
      ["parties.clearing.prefixes[0]", "0.0.0.0/0", "0.0.0.0/0 is too wide for one party.", "List the ranges that the party really has."],
    ],
  },
  {
    title: "loopback as a party",
    edits: [["prefixes: [10.210.0.0/24]", "prefixes: [127.0.0.0/24]"]],
    faults: [
      [
        "parties.clearing.prefixes[0]",
        "127.0.0.0/24",
        "127.0.0.0/24 has loopback, link-local, multicast or reserved addresses, which no party has.",
        "List the ranges that the party really has.",
      ],
    ],
  },
  {
    title: "multicast as a party",
    edits: [["prefixes: [10.210.0.0/24]", "prefixes: [224.0.0.0/24]"]],
    faults: [
      [
        "parties.clearing.prefixes[0]",
        "224.0.0.0/24",
        "224.0.0.0/24 has loopback, link-local, multicast or reserved addresses, which no party has.",
        "List the ranges that the party really has.",
      ],
    ],
  },
  {
    title: "a private party on the internet",
    edits: [["    reachedOver: directConnect\n    prefixes: [10.210.0.0/24]", "    reachedOver: internet\n    prefixes: [10.210.0.0/24]"]],
    faults: [
      [
        "parties.clearing.prefixes[0]",
        "10.210.0.0/24",
        "10.210.0.0/24 has private or reserved addresses, which the internet does not route.",
        "List the party's public addresses, or reach it over directConnect.",
      ],
    ],
  },
  {
    title: "one Region for both sites",
    edits: [["region: eu-central-1", "region: eu-north-1"]],
    faults: [
      [
        "sites.b.region",
        "eu-north-1",
        "eu-north-1 holds both sites, and a ledger of engine dsql spans two Regions.",
        "Place site b in another Region; or, where data may not leave a country of one Region, write `engine: dsqlOneRegion`.",
      ],
    ],
  },
  {
    title: "a home Region that is a site's",
    edits: [["homeRegion: eu-west-1", "homeRegion: eu-central-1"]],
    faults: [["homeRegion", "eu-central-1", "eu-central-1 is also the Region of site b.", "Choose a Region that holds neither site."]],
  },
  {
    title: "a zone in both sites",
    edits: [["euc1-az3]", "eun1-az3]"]],
    faults: [["sites.b.zones[2]", "eun1-az3", "eun1-az3 is also sites.a.zones[2].", "Put another zone of the site's Region here."]],
  },
  {
    title: "a zone twice in a site",
    edits: [["euc1-az3]", "euc1-az2]"]],
    faults: [["sites.b.zones[2]", "euc1-az2", "euc1-az2 is also sites.b.zones[1].", "Put another zone of the site's Region here."]],
  },
  {
    title: "a zone of another Region",
    edits: [["euc1-az3]", "euw1-az3]"]],
    faults: [
      ["sites.b.zones[2]", "euw1-az3", "euw1-az3 is a zone of eu-west-1, not of eu-central-1.", "Write `euc1-az3`, if that was meant."],
    ],
  },
  {
    title: "a zone that nobody knows",
    edits: [["euc1-az3]", "euc1-az7]"]],
    faults: [["sites.b.zones[2]", "euc1-az7", "euc1-az7 is not a known zone.", "Write `euc1-az1`, if that was meant."]],
  },
  {
    title: "a zone name",
    edits: [["euc1-az3]", "eu-central-1c]"]],
    faults: [
      [
        "sites.b.zones[2]",
        "eu-central-1c",
        '"eu-central-1c" does not have the form that is needed here.',
        "Write it like `eun1-az1`, with your own value.",
      ],
    ],
  },
  {
    title: "fewer zones in one site",
    edits: [["euc1-az2, euc1-az3]", "euc1-az2]"]],
    faults: [
      ["sites.b.zones", "[euc1-az1", "Site b has 2 zones and site a has 3.", "Add or remove zones until both lists are equally long."],
    ],
  },
  {
    title: "the same ASN in both sites",
    edits: [["transitGatewayAsn: 64514", "transitGatewayAsn: 64512"]],
    faults: [
      [
        "sites.b.transitGatewayAsn",
        "64512",
        "64512 is also sites.a.transitGatewayAsn.",
        "Choose a private number that none of the four, and none of your routers, has.",
      ],
    ],
  },
  {
    title: "the same ASN within a site",
    edits: [["directConnectGatewayAsn: 64513", "directConnectGatewayAsn: 64512"]],
    faults: [
      [
        "sites.a.directConnectGatewayAsn",
        "64512",
        "64512 is also sites.a.transitGatewayAsn.",
        "Choose a private number that none of the four, and none of your routers, has.",
      ],
    ],
  },
  {
    title: "a provider that is too old",
    edits: [["awsProvider: 5.100.0", "awsProvider: 5.99.1"]],
    faults: [
      [
        "awsProvider",
        "5.99.1",
        "5.99.1 is too old: it lacks resources that the design needs.",
        "Write 5.100.0, the version that is planned with in CI.",
      ],
    ],
  },
  {
    title: "a provider of a next major version",
    edits: [["awsProvider: 5.100.0", "awsProvider: 7.0.0"]],
    faults: [
      ["awsProvider", "7.0.0", "7.0.0 is of a major version that nobody tried.", "Write 5.100.0, the version that is planned with in CI."],
    ],
  },
  {
    title: "the same on-call twice",
    edits: [["  - protocol: email\n", "  - protocol: email\n    endpoint: payments-on-call@bank.example\n  - protocol: email\n"]],
    faults: [
      [
        "onCall[2].endpoint",
        "payments-on-call@bank.example",
        '"payments-on-call@bank.example" is also onCall[1].endpoint.',
        "Remove this entry, or name another person's endpoint.",
      ],
    ],
  },
];

describe("a fault between sites, addresses and Regions", () => {
  test.each(cases)("$title is told with its place and how to mend it, and nothing else is", ({ edits, faults }) => {
    expect(told(edited(...edits))).toEqual(faults);
  });
});
