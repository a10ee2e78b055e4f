import { edited, type FaultyCase, faultsOf, swedenWithoutWarnings, told, warned } from "../faulty-sweden";

const cases: readonly FaultyCase[] = [
  {
    title: "a witness in a site's Region",
    edits: [["witnessRegion: eu-west-1", "witnessRegion: eu-central-1"]],
    faults: [
      ["ledger.witnessRegion", "eu-central-1", "eu-central-1 is also the Region of site b.", "Choose a Region that holds neither site."],
    ],
  },
  {
    title: "a witness of another set",
    edits: [["witnessRegion: eu-west-1", "witnessRegion: us-east-1"]],
    faults: [
      ["ledger.witnessRegion", "us-east-1", "us-east-1 is not of the sites' set, so it cannot break their ties.", "Choose one of these."],
    ],
  },
  {
    title: "sites of two sets",
    edits: [
      ["region: eu-central-1\n    zones: [euc1-az1, euc1-az2, euc1-az3]", "region: us-west-2\n    zones: [usw2-az1, usw2-az2, usw2-az3]"],
    ],
    faults: [
      [
        "sites.b.region",
        "us-west-2",
        "No ledger spans eu-north-1 and us-west-2: `dataLossSeconds` 0 cannot be kept.",
        "Place both sites in Regions of one set, or choose engine auroraGlobal, with `dataLossSeconds` of 20 or more.",
      ],
    ],
  },
  {
    title: "a site in a Region of no set, whatever the other",
    edits: [
      ["region: eu-central-1\n    zones: [euc1-az1, euc1-az2, euc1-az3]", "region: ap-east-1\n    zones: [ape1-az1, ape1-az2, ape1-az3]"],
    ],
    faults: [
      [
        "sites.b.region",
        "ap-east-1",
        "ap-east-1 takes no part in a ledger that spans Regions: `dataLossSeconds` 0 cannot be kept.",
        "Place the site in a Region of the twin's set, or choose engine auroraGlobal, with `dataLossSeconds` of 20 or more.",
      ],
    ],
  },
];

test.each(cases)("$title is told where it stands", ({ edits, faults }) => {
  expect(told(edited(...edits))).toEqual(faults);
});

test("a fault of the witness names every Region that it may be in", () => {
  const faults = faultsOf(edited(["witnessRegion: eu-west-1", "witnessRegion: us-east-1"]));
  expect(faults.map(({ allowed }) => allowed)).toEqual(["A third Region of their set: eu-south-2, eu-west-1, eu-west-2, eu-west-3."]);
});

describe("more ledgers than AWS gives without being asked", () => {
  const withPeak = (peak: number): string =>
    swedenWithoutWarnings
      .replace("peakPaymentsPerSecond: 40000", `peakPaymentsPerSecond: ${peak}`)
      .replace("fargateVcpus: 640", "fargateVcpus: 10000")
      .replace("reservedCapacityUnits: 4800", "reservedCapacityUnits: 30000");

  test("five cells are built without a word", () => {
    expect(warned(withPeak(200_000))).toEqual([]);
  });

  test("a sixth is built, and the quota to raise is named", () => {
    expect(warned(withPeak(200_001))).toEqual([
      [
        "capacity.peakPaymentsPerSecond",
        "200001",
        "The peak takes 6 cells, and so 6 ledger clusters in eu-north-1 and in eu-central-1.",
        'Have "Maximum multi-Region clusters" of Aurora DSQL raised to 6 in eu-north-1 and in eu-central-1 by Service Quotas before the ledgers are made.',
      ],
    ]);
  });
});
