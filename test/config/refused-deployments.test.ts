import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readDeployment } from "../../config/read-deployment";
import { builtFindings } from "../../design/limits/limits";

/** Replaces what stands once in a file. */
type Change = readonly [from: RegExp, to: string];

/** Path, what was found, and what makes it good: of every fault of a changed file. */
function told(file: string, changes: readonly Change[]): readonly (readonly string[])[] {
  const path = join(__dirname, "../../config/deployments", file);
  const text = changes.reduce(
    (edited, [from, to]) => {
      if (edited.match(new RegExp(from, "gm"))?.length !== 1) throw new Error(`stands not once in ${file}: ${from}`);
      return edited.replace(new RegExp(from, "m"), to);
    },
    readFileSync(path, "utf8"),
  );
  const reading = readDeployment(new TextEncoder().encode(text), file, builtFindings);
  return reading.kind === "sound" ? [] : reading.faults.map((fault) => [fault.path, fault.what, fault.mend]);
}

const noLoss: Change = [/dataLossSeconds: 30/, "dataLossSeconds: 0"];
const spanning = (witness: string): Change => [/^ledger:\n(?: {2}.*\n)+/, `ledger:\n  engine: dsql\n  witnessRegion: ${witness}\n`];
const secondSiteIn = (region: string, zones: string): Change => [
  /^ {2}b:\n {4}region: .*\n {4}zones: .*$/,
  `  b:\n    region: ${region}\n    zones: [${zones}]`,
];
const inTokyo = secondSiteIn("ap-northeast-1", "apne1-az1, apne1-az2");

// What nobody may build, whoever asks for it: each from the file of the market that it is about.
test.each<readonly [title: string, file: string, changes: readonly Change[], fault: readonly string[]]>([
  ...["australia.yaml", "hong-kong.yaml"].map(
    (file) =>
      [
        "a promise to lose nothing, of a ledger that is copied",
        file,
        [noLoss],
        [
          "objectives.dataLossSeconds",
          "Engine auroraGlobal copies payments after they are confirmed, so `dataLossSeconds` 0 cannot be kept.",
          "Write 20 or more and tell whoever relies on it, or place both sites in Regions where engine dsql loses nothing.",
        ],
      ] as const,
  ),
  ...[
    ["australia.yaml", "ap-southeast-2"],
    ["hong-kong.yaml", "ap-east-1"],
  ].map(
    ([file = "", region = ""]) =>
      [
        "a ledger that loses nothing, in a Region that is in no set",
        file,
        [noLoss, spanning("ap-northeast-1")],
        [
          "sites.a.region",
          `${region} takes no part in a ledger that spans Regions: \`dataLossSeconds\` 0 cannot be kept.`,
          "Place the site in a Region of the twin's set, or choose engine auroraGlobal, with `dataLossSeconds` of 20 or more.",
        ],
      ] as const,
  ),
  [
    "a witness of another set",
    "united-kingdom.yaml",
    [[/witnessRegion: .*/, "witnessRegion: us-east-1"]],
    ["ledger.witnessRegion", "us-east-1 is not of the sites' set, so it cannot break their ties.", "Choose one of these."],
  ],
  [
    "a Korean site, with its ledger's copy and its backups, abroad",
    "south-korea.yaml",
    [inTokyo],
    [
      "sites.b.region",
      "ap-northeast-1 is in JP, where payment data, the ledger's log and operations' data may not be.",
      "Choose one in a country of residency.paymentData, residency.ledgerLog, residency.operations.",
    ],
  ],
  [
    "a Korean witness abroad",
    "south-korea.yaml",
    [spanning("ap-northeast-1")],
    [
      "ledger.witnessRegion",
      "ap-northeast-1 is in JP, where the ledger's log and operations' data may not be.",
      "Choose one in a country of residency.ledgerLog, residency.operations.",
    ],
  ],
  [
    "a promise that Korean payments may be abroad",
    "south-korea.yaml",
    [inTokyo, [/paymentData: \[KR\]/, "paymentData: [KR, JP]"]],
    ["residency.paymentData[1]", "The rules of KR do not let payment data be in JP.", "Remove it."],
  ],
  [
    "a port of 400 Gbit/s",
    "sweden.yaml",
    [[/(dxLocation: EQSK1\n {4}speed: )100Gbps(\n {4}device: "1")/, "$1400Gbps$2"]],
    ["links[0].speed", "EQSK1 has no ports of 400Gbps.", "Choose one of these, or another location."],
  ],
  [
    "a third site",
    "sweden.yaml",
    [[/^ {2}b:$/, "  c: {}\n  b:"]],
    ["sites.c", '"c" would be a site besides a and b.', "Remove it. More load is more cells: raise `capacity.peakPaymentsPerSecond`."],
  ],
  [
    "a fifth link in a duct of another, where five diverse ones are asked for",
    "south-korea.yaml",
    [[/ducts: \[duct-w-1, duct-tunnel-1\]/, "ducts: [duct-w-1, duct-n-2]"]],
    [
      "links[4].accessCircuit.ducts[1]",
      "seoul-1-lgknx lies in duct-n-2, as does seoul-1-tls10: 4 paths are diverse, and 5 are asked for.",
      "Have the carrier lead it another way, and write down which; or ask for fewer diverse paths.",
    ],
  ],
])("%s is refused in %s, with what to do instead", (_, file, changes, fault) => {
  expect(told(file, changes)).toContainEqual(fault);
});
