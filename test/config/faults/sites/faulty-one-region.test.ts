import { southKoreaText } from "../../../south-korea";
import { type Edit, type FaultyCase, told, warned } from "../faulty-sweden";

/** A promise of where data may be has faults of its own: test/config/faults/file/faulty-residency.test.ts. */
const text = southKoreaText.replace(/\nresidency:\n( .*\n)+/, "");

function edited(...edits: readonly Edit[]): string {
  return edits.reduce((changed, [from, to]) => {
    if (changed.split(from).length !== 2) throw new Error(`stands not once in south-korea.yaml: ${from}`);
    return changed.replace(from, () => to);
  }, text);
}

test("the deployment with both sites in one Region is sound, and only its capacities and uses, its quotes and its traffic are assumed, and KMS takes less than its peak", () => {
  const quotes = [0, 1, 2, 3, 4].map((link) => `links[${link}].accessCircuit.quote`);
  expect(warned(southKoreaText).map(([path]) => path)).toEqual([
    "capacity.cell.basis",
    "capacity.task.basis",
    "capacity.perPayment",
    "capacity.perPayment.kmsCalls",
    "capacity.perTask",
    ...quotes,
    "linkTraffic.payment.basis",
    "linkTraffic.other.basis",
  ]);
});

const REROUTE = "Have the carrier lead it another way, and write down which; or ask for fewer diverse paths.";

const cases: readonly FaultyCase[] = [
  {
    title: "a witness abroad",
    edits: [["engine: dsqlOneRegion", "engine: dsqlOneRegion\n  witnessRegion: ap-southeast-1"]],
    faults: [["ledger.witnessRegion", "witnessRegion:", '"witnessRegion" is not a known key.', "Remove it."]],
  },
  {
    title: "a ledger of two Regions in one",
    edits: [["engine: dsqlOneRegion", "engine: dsql\n  witnessRegion: ap-southeast-1"]],
    faults: [
      [
        "sites.b.region",
        "ap-northeast-2",
        "ap-northeast-2 holds both sites, and a ledger of engine dsql spans two Regions.",
        "Place site b in another Region; or, where data may not leave a country of one Region, write `engine: dsqlOneRegion`.",
      ],
    ],
  },
  {
    title: "a replica abroad: site b in another Region",
    edits: [["region: ap-northeast-2\n    zones: [apne2-az3, apne2-az4]", "region: ap-southeast-1\n    zones: [apse1-az1, apse1-az2]"]],
    faults: [
      ["homeRegion", "ap-northeast-2", "ap-northeast-2 is also the Region of site a.", "Choose a Region that holds neither site."],
      [
        "ledger.engine",
        "dsqlOneRegion",
        "A ledger of one Region cannot be in ap-northeast-2 and in ap-southeast-1.",
        "Place site b in other zones of ap-northeast-2, or write `engine: dsql` with a `witnessRegion`.",
      ],
    ],
  },
  {
    title: "a zone of both sites",
    edits: [["[apne2-az3, apne2-az4]", "[apne2-az2, apne2-az4]"]],
    faults: [["sites.b.zones[0]", "apne2-az2", "apne2-az2 is also sites.a.zones[1].", "Put another zone of the site's Region here."]],
  },
  {
    title: "a zone of another Region",
    edits: [["[apne2-az3, apne2-az4]", "[apne2-az3, apse1-az1]"]],
    faults: [
      [
        "sites.b.zones[1]",
        "apse1-az1",
        "apse1-az1 is a zone of ap-southeast-1, not of ap-northeast-2.",
        "Write `apne2-az1`, if that was meant.",
      ],
    ],
  },
  {
    title: "MACsec where the location has none",
    edits: [["macsec: notUsed", "macsec: required"]],
    faults: [
      [
        "links[4].macsec",
        "required",
        "LGKNX has no MACsec on ports of 10Gbps.",
        "Choose a speed or a location with MACsec, or write `notUsed` and encrypt above it.",
      ],
    ],
  },
  {
    title: "a fifth link in a duct that another uses",
    edits: [["[duct-w-1, duct-tunnel-1]", "[duct-w-1, duct-bridge-1]"]],
    faults: [
      [
        "links[4].accessCircuit.ducts[1]",
        "duct-bridge-1",
        "seoul-1-lgknx lies in duct-bridge-1, as does seoul-2-tls10: 4 paths are diverse, and 5 are asked for.",
        REROUTE,
      ],
    ],
  },
  {
    title: "a fifth link whose ducts nobody knows",
    edits: [["[duct-w-1, duct-tunnel-1]", "[]"]],
    faults: [
      [
        "links[4].accessCircuit.ducts",
        "[",
        "seoul-1-lgknx lies in ducts that nobody knows: 4 paths are diverse, and 5 are asked for.",
        REROUTE,
      ],
    ],
  },
  {
    title: "a fifth link through another's building entry",
    edits: [["buildingEntry: west-entry", "buildingEntry: north-entry"]],
    faults: [
      [
        "links[4].accessCircuit.buildingEntry",
        "north-entry",
        "seoul-1-lgknx enters seoul-1 at north-entry, as does seoul-1-tls10: 4 paths are diverse, and 5 are asked for.",
        REROUTE,
      ],
    ],
  },
  {
    title: "more diverse paths than links",
    edits: [["diversePaths: 5", "diversePaths: 6"]],
    faults: [
      [
        "objectives.diversePaths",
        "6",
        "6 diverse paths are asked for, and there are 5 links.",
        "Add links with nothing in common with these, or ask for fewer.",
      ],
    ],
  },
];

test.each(cases)("$title is told where it stands", ({ edits, faults }) => {
  expect(told(edited(...edits))).toEqual(faults);
});

test("the same entry's name at two data centres is no shared entry, and a shared carrier no shared place", () => {
  expect(
    told(edited(["buildingEntry: river-entry", "buildingEntry: north-entry"], ["carrier: Namsan Optical", "carrier: Hangang Fibre"])),
  ).toEqual([]);
});

test("four diverse paths are enough where four are asked for, whichever link is the one too many", () => {
  expect(told(edited(["diversePaths: 5", "diversePaths: 4"], ["[duct-n-1, duct-n-2]", "[duct-n-1, duct-w-1]"]))).toEqual([]);
});

test("nobody asks for diverse paths where the objective is left out", () => {
  expect(told(edited(["  diversePaths: 5\n", ""], ["[duct-w-1, duct-tunnel-1]", "[duct-w-1, duct-bridge-1]"]))).toEqual([]);
});
