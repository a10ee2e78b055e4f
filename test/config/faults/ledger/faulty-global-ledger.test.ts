import { type Edit, edited, type FaultyCase, told } from "../faulty-sweden";

/** Sweden with the other engine, and objectives that it can keep. */
const withGlobalLedger = (...edits: readonly Edit[]): string => {
  const lines = [
    "  engine: auroraGlobal",
    "  primary: a",
    '  engineVersion: "16.8"',
    "  instanceClass: db.r7g.4xlarge",
    "  instancesPerMember: 3",
    "  promotion: { minutes: 25, owner: payments-platform, asOf: 2026-11 }",
  ];
  const sound = edited(
    ["  engine: dsql\n  witnessRegion: eu-west-1", lines.join("\n")],
    ["dataLossSeconds: 0", "dataLossSeconds: 30"],
    ["internetSeconds: 120", "internetSeconds: 1800"],
  );
  return edits.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`stands not once in the file: ${from}`);
    return text.replace(from, () => to);
  }, sound);
};

const cases: readonly FaultyCase[] = [
  { title: "a sound file", edits: [], faults: [] },
  {
    title: "the promise to lose nothing",
    edits: [["dataLossSeconds: 30", "dataLossSeconds: 0"]],
    faults: [
      [
        "objectives.dataLossSeconds",
        "0",
        "Engine auroraGlobal copies payments after they are confirmed, so `dataLossSeconds` 0 cannot be kept.",
        "Write 20 or more and tell whoever relies on it, or place both sites in Regions where engine dsql loses nothing.",
      ],
    ],
  },
  {
    title: "a loss below what Aurora can bound",
    edits: [["dataLossSeconds: 30", "dataLossSeconds: 19"]],
    faults: [
      [
        "objectives.dataLossSeconds",
        "19",
        "Engine auroraGlobal copies payments after they are confirmed, so `dataLossSeconds` 19 cannot be kept.",
        "Write 20 or more and tell whoever relies on it, or place both sites in Regions where engine dsql loses nothing.",
      ],
    ],
  },
  {
    title: "a recovery that is sooner than people promote",
    edits: [["internetSeconds: 1800", "internetSeconds: 1499"]],
    faults: [
      [
        "objectives.recovery.internetSeconds",
        "1499",
        "The ledger takes writes 25 minutes after the loss of its primary's site, so 1499 seconds cannot be kept.",
        "Write 1500 or more, or rehearse docs/runbooks/promote-ledger.md until `ledger.promotion.minutes` is less.",
      ],
    ],
  },
  {
    title: "an instance class that nothing is known of",
    edits: [["db.r7g.4xlarge", "db.t4g.medium"]],
    faults: [
      [
        "ledger.instanceClass",
        "db.t4g.medium",
        "Nothing is known here of db.t4g.medium under Aurora PostgreSQL.",
        "Choose one that carries the whole peak: with a zone lost, one instance does.",
      ],
    ],
  },
  {
    title: "more instances than a site has zones",
    edits: [["instancesPerMember: 3", "instancesPerMember: 4"]],
    faults: (["a", "b"] as const).map((site) => [
      "ledger.instancesPerMember",
      "4",
      `4 instances do not find zones of their own among the 3 of sites.${site}.`,
      "Write 3, or give the site more zones.",
    ]),
  },
  {
    title: "a version whose copies hand no writes on",
    edits: [['"16.8"', '"15.3"']],
    faults: [
      [
        "ledger.engineVersion",
        '"15.3"',
        "A member of version 15.3 hands no writes on to the primary: its site could take no payment.",
        "Choose a version with long-term support, such as 16.8, that both Regions offer.",
      ],
    ],
  },
];

test.each(cases)("$title is told where it stands, with the engine that copies", ({ edits, faults }) => {
  expect(told(withGlobalLedger(...edits))).toEqual(faults);
});

test("an engine that nobody knows is told with those that there are", () => {
  expect(told(edited(["engine: dsql", "engine: oracle"])).map(([path, here]) => [path, here])).toEqual([["ledger.engine", "oracle"]]);
});

test("sites in Regions of no set are no fault where the ledger is a copy", () => {
  const text = withGlobalLedger([
    "region: eu-central-1\n    zones: [euc1-az1, euc1-az2, euc1-az3]",
    "region: ap-east-1\n    zones: [ape1-az1, ape1-az2, ape1-az3]",
  ]);
  expect(told(text)).toEqual([]);
});
