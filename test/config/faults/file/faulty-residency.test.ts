import { type Edit, faultsOf, swedenWithResidency, type Told, told } from "../faulty-sweden";

function edited(...edits: readonly Edit[]): string {
  return edits.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`stands not once in sweden.yaml: ${from}`);
    return text.replace(from, () => to);
  }, swedenWithResidency);
}

const cases: readonly (readonly [title: string, edits: readonly Edit[], faults: readonly Told[]])[] = [
  ["a promise that is kept", [], []],
  ["no promise, wherever things are", [[/\nresidency:\n( .*\n)+/.exec(swedenWithResidency)?.[0] ?? "", "\n"]], []],
  [
    "a witness abroad",
    [["witnessRegion: eu-west-1", "witnessRegion: eu-west-3"]],
    [
      [
        "ledger.witnessRegion",
        "eu-west-3",
        "eu-west-3 is in FR, where the ledger's log and operations' data may not be.",
        "Choose one in a country of residency.ledgerLog, residency.operations, or add FR to what is promised.",
      ],
    ],
  ],
  [
    "a home Region abroad",
    [["homeRegion: eu-west-1", "homeRegion: eu-west-2"]],
    [
      [
        "homeRegion",
        "eu-west-2",
        "eu-west-2 is in GB, where operations' data may not be.",
        "Choose one in a country of residency.operations, or add GB to what is promised.",
      ],
    ],
  ],
  [
    "a site whose payments may not be where it is",
    [["paymentData: [DE, SE]", "paymentData: [SE]"]],
    [
      [
        "sites.b.region",
        "eu-central-1",
        "eu-central-1 is in DE, where payment data may not be.",
        "Choose one in a country of residency.paymentData, or add DE to what is promised.",
      ],
    ],
  ],
  [
    "a log that may not be where either of three keeps it",
    [["ledgerLog: [DE, IE, SE]", "ledgerLog: [GB]"]],
    [
      ["sites.a.region", "eu-north-1", "eu-north-1 is in SE, where the ledger's log may not be."],
      ["sites.b.region", "eu-central-1", "eu-central-1 is in DE, where the ledger's log may not be."],
      ["ledger.witnessRegion", "eu-west-1", "eu-west-1 is in IE, where the ledger's log may not be."],
    ].map(([path = "", here = "", what = ""]) => [
      path,
      here,
      what,
      `Choose one in a country of residency.ledgerLog, or add ${/ in (..),/.exec(what)?.[1]} to what is promised.`,
    ]),
  ],
  [
    "operations that may not be where AWS steers global services",
    [["operations: [DE, IE, SE, US]", "operations: [DE, IE, SE]"]],
    [
      [
        "residency.operations",
        "[DE",
        "us-west-2 is in US, where operations' data may not be.",
        "Add US to residency.operations: AWS keeps the one control plane of global services there, whatever a deployment says.",
      ],
    ],
  ],
  [
    "a word that is no country",
    [["paymentData: [DE, SE]", "paymentData: [Germany, DE, SE]"]],
    [
      [
        "residency.paymentData[0]",
        "Germany",
        '"Germany" does not have the form that is needed here.',
        "Write it like `SE`, with your own value.",
      ],
    ],
  ],
];

test.each(cases)("%s is told where it stands, and nothing else is", (_, edits, faults) => {
  expect(told(edited(...edits))).toEqual(faults);
});

test("a Direct Connect location abroad is told with its building and with the Region of its port", () => {
  const text = swedenWithResidency.replaceAll("dxLocation: ITXS1", "dxLocation: THNO2");
  const residency = told(text).filter(([path]) => path === "links[2].dxLocation");
  expect(residency.map(([, , what]) => what)).toEqual([
    "THNO2 is in GB, where payment data may not be.",
    "eu-west-2, where ports of THNO2 are ordered, is in GB, where operations' data may not be.",
  ]);
});

describe("of Korea's payments", () => {
  const korean = (...edits: readonly Edit[]): string =>
    edited(
      ["market: SE", "market: KR"],
      ["paymentData: [DE, SE]", "paymentData: [KR]"],
      ["ledgerLog: [DE, IE, SE]", "ledgerLog: [KR]"],
      ...edits,
    );
  const rule =
    "KR: clouds that process personal credit or unique identification information are in Korea (Regulation on Supervision of Electronic Financial Transactions, Art. 14-2(8)).";

  test("a copy, its log or a witness abroad is told with the law, and no promise of more is offered", () => {
    const faults = faultsOf(korean()).filter(({ path }) => path === "sites.b.region" || path === "ledger.witnessRegion");
    expect(faults.map(({ what, allowed, mend }) => [what, allowed, mend])).toEqual([
      [
        "eu-central-1 is in DE, where payment data and the ledger's log may not be.",
        `Payment data: KR. The ledger's log: KR. ${rule}`,
        "Choose one in a country of residency.paymentData, residency.ledgerLog.",
      ],
      [
        "eu-west-1 is in IE, where the ledger's log may not be.",
        `The ledger's log: KR. ${rule}`,
        "Choose one in a country of residency.ledgerLog.",
      ],
    ]);
  });

  test("a promise that the law forbids is a fault itself", () => {
    const text = korean().replace("ledgerLog: [KR]", "ledgerLog: [KR, IE]");
    expect(told(text).filter(([path]) => path.startsWith("residency"))).toEqual([
      ["residency.ledgerLog[1]", "IE", "The rules of KR do not let the ledger's log be in IE.", "Remove it."],
    ]);
    expect(told(text).map(([path]) => path)).toContain("ledger.witnessRegion");
  });
});
