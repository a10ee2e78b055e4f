import { edited, type FaultyCase, told } from "../faulty-sweden";

const cases: readonly FaultyCase[] = [
  {
    title: "a misspelt key",
    edits: [["    addressSpace: 10.16.0.0/16", "    adressSpace: 10.16.0.0/16"]],
    faults: [
      [
        "sites.a.addressSpace",
        "a:",
        "The key `addressSpace` is missing.",
        "Add `addressSpace` in sites.a, such as `addressSpace: 10.16.0.0/16`.",
      ],
      ["sites.a.adressSpace", "adressSpace:", '"adressSpace" is not a known key.', "Rename it to `addressSpace`, or remove it."],
    ],
  },
  {
    title: "an unknown key",
    edits: [["cardData: pan", "cardData: pan\nvpc: yes"]],
    faults: [["vpc", "vpc:", '"vpc" is not a known key.', "Remove it."]],
  },
  {
    title: "a missing key",
    edits: [["owner: payments-platform\n", ""]],
    faults: [["owner", "name:", "The key `owner` is missing.", "Add `owner` at the top level, such as `owner: payments-platform`."]],
  },
  {
    title: "a missing group",
    edits: [
      ["  recovery:\n    internetSeconds: 120\n    # On the loss of a link, a device or a location.\n    privateLineSeconds: 5\n", ""],
    ],
    faults: [["objectives.recovery", "objectives:", "The key `recovery` is missing.", "Add `recovery` in objectives, with its keys."]],
  },
  {
    title: "text for a list",
    edits: [["zones: [eun1-az1, eun1-az2, eun1-az3]", "zones: eun1-az1"]],
    faults: [
      [
        "sites.a.zones",
        "eun1-az1",
        '"eun1-az1" stands where a list belongs.',
        "Write it like `[eun1-az1, eun1-az2, eun1-az3]`, with your own value.",
      ],
    ],
  },
  {
    title: "a number for text",
    edits: [["costCentre: CC-4711", "costCentre: 4711"]],
    faults: [["costCentre", "4711", "The number 4711 stands where text belongs.", 'Put it in quotes: "4711".']],
  },
  {
    title: "nothing for a group",
    edits: [["state:\n  kind: s3", "state:"]],
    faults: [["state", "", "Nothing stands where a group of keys belongs.", "Write it as config/deployments/sweden.yaml has it."]],
  },
  {
    title: "a list for a group",
    edits: [['accounts:\n  payments: "111122223333"', 'accounts: ["111122223333"]']],
    faults: [
      [
        "accounts",
        '["111122223333"',
        "A list of 1 stands where a group of keys belongs.",
        "Write it as config/deployments/sweden.yaml has it.",
      ],
    ],
  },
  {
    title: "an account id without quotes",
    edits: [['"111122223333"', "011122223333"]],
    faults: [
      ["accounts.payments", "011122223333", "The number 011122223333 stands where text belongs.", 'Put it in quotes: "011122223333".'],
    ],
  },
  {
    title: "an account id of eleven digits",
    edits: [['"111122223333"', '"11112222333"']],
    faults: [
      [
        "accounts.payments",
        '"11112222333"',
        '"11112222333" does not have the form that is needed here.',
        'Write it like `"111122223333"`, with your own value.',
      ],
    ],
  },
  {
    title: "an account id of eleven digits without quotes",
    edits: [['"111122223333"', "11112222333"]],
    faults: [
      [
        "accounts.payments",
        "11112222333",
        "The number 11112222333 stands where text belongs.",
        'Write it like `"111122223333"`, with your own value.',
      ],
    ],
  },
  {
    title: "a Region with a typing error",
    edits: [["homeRegion: eu-west-1", "homeRegion: eu-wst-1"]],
    faults: [
      ["homeRegion", "eu-wst-1", '"eu-wst-1" is not one of the values that can stand here.', "Write `eu-west-1`, if that was meant."],
    ],
  },
  {
    title: "a Region that nobody knows",
    edits: [["homeRegion: eu-west-1", "homeRegion: moon-base-1"]],
    faults: [
      [
        "homeRegion",
        "moon-base-1",
        '"moon-base-1" is not one of the values that can stand here.',
        "Write it like `eu-west-1`, with your own value.",
      ],
    ],
  },
  {
    title: "a word of another case",
    edits: [["cardData: pan", "cardData: PAN"]],
    faults: [["cardData", "PAN", '"PAN" is not one of the values that can stand here.', "Write `pan`, if that was meant."]],
  },
  {
    title: "a negative number",
    edits: [["privateLineSeconds: 5", "privateLineSeconds: -5"]],
    faults: [["objectives.recovery.privateLineSeconds", "-5", "-5 is too small.", "Write it like `5`, with your own value."]],
  },
  {
    title: "no number",
    edits: [["privateLineSeconds: 5", "privateLineSeconds: .nan"]],
    faults: [["objectives.recovery.privateLineSeconds", ".nan", ".nan is not a finite number.", "Write it like `5`, with your own value."]],
  },
  {
    title: "an infinite number",
    edits: [["privateLineSeconds: 5", "privateLineSeconds: .inf"]],
    faults: [["objectives.recovery.privateLineSeconds", ".inf", ".inf is not a finite number.", "Write it like `5`, with your own value."]],
  },
  {
    title: "an absurd number",
    edits: [["privateLineSeconds: 5", "privateLineSeconds: 5e300"]],
    faults: [["objectives.recovery.privateLineSeconds", "5e300", "5e300 is too large.", "Write it like `5`, with your own value."]],
  },
  {
    title: "a broken port",
    edits: [["port: 2500", "port: 2500.5"]],
    faults: [["flows[12].port", "2500.5", "2500.5 is not a whole number.", "Write it like `443`, with your own value."]],
  },
  {
    title: "a port beyond all ports",
    edits: [["port: 2500", "port: 99999"]],
    faults: [["flows[12].port", "99999", "99999 is too large.", "Write it like `443`, with your own value."]],
  },
  {
    title: "a whole availability",
    edits: [["availabilityPercent: 99.999", "availabilityPercent: 100"]],
    faults: [["objectives.availabilityPercent", "100", "100 is too large.", "Write it like `99.999`, with your own value."]],
  },
  {
    title: "a public ASN",
    edits: [["transitGatewayAsn: 64512", "transitGatewayAsn: 3301"]],
    faults: [
      [
        "sites.a.transitGatewayAsn",
        "3301",
        "3301 is not one of the values that can stand here.",
        "Write it like `64512`, with your own value.",
      ],
    ],
  },
  {
    title: "a log retention that CloudWatch does not know",
    edits: [["logRetentionDays: 400", "logRetentionDays: 500"]],
    faults: [["logRetentionDays", "500", "500 is not one of the values that can stand here.", "Write it like `400`, with your own value."]],
  },
  {
    title: "one zone only",
    edits: [
      ["zones: [eun1-az1, eun1-az2, eun1-az3]", "zones: [eun1-az1]"],
      ["zones: [euc1-az1, euc1-az2, euc1-az3]", "zones: [euc1-az1, euc1-az2]"],
    ],
    faults: [
      ["sites.a.zones", "[eun1-az1", "1 entry is too few.", "Write it like `[eun1-az1, eun1-az2, eun1-az3]`, with your own value."],
      ["sites.b.zones", "[euc1-az1", "Site b has 2 zones and site a has 1.", "Add or remove zones until both lists are equally long."],
    ],
  },
  {
    title: "a version with two parts",
    edits: [["awsProvider: 5.100.0", "awsProvider: 5.100"]],
    faults: [["awsProvider", "5.100", "The number 5.100 stands where text belongs.", "Write it like `5.100.0`, with your own value."]],
  },
  {
    title: "an address that is no range",
    edits: [["prefixes: [10.210.0.0/24]", "prefixes: [10.210.0.0]"]],
    faults: [
      [
        "parties.clearing.prefixes[0]",
        "10.210.0.0",
        '"10.210.0.0" does not have the form that is needed here.',
        "Write it like `10.16.0.0/16`, with your own value.",
      ],
    ],
  },
  {
    title: "an octet over 255",
    edits: [["prefixes: [10.210.0.0/24]", "prefixes: [10.310.0.0/24]"]],
    faults: [
      [
        "parties.clearing.prefixes[0]",
        "10.310.0.0/24",
        '"10.310.0.0/24" does not have the form that is needed here.',
        "Write it like `10.16.0.0/16`, with your own value.",
      ],
    ],
  },
  {
    title: "a party's name with a hyphen",
    edits: [
      ["  clearing:\n", "  clearing-house:\n"],
      ["to: clearing", "to: clearing-house"],
    ],
    faults: [
      [
        "parties.clearing-house",
        "clearing-house:",
        '"clearing-house" is not a name that can stand here.',
        "Rename it, here and in the flows.",
      ],
    ],
  },
  {
    title: "an unknown kind of on-call",
    edits: [["protocol: email", "protocol: sms"]],
    faults: [
      ["onCall[1].protocol", "sms", '"sms" is not one of the values that can stand here.', "Write it like `https`, with your own value."],
    ],
  },
  {
    title: "a mail address that is none",
    edits: [["payments-on-call@bank.example", "payments-on-call"]],
    faults: [
      [
        "onCall[1].endpoint",
        "payments-on-call",
        '"payments-on-call" does not have the form that is needed here.',
        "Write it like `payments-on-call@bank.example`, with your own value.",
      ],
    ],
  },
  {
    title: "an on-call address without TLS",
    edits: [["https://events", "http://events"]],
    faults: [
      [
        "onCall[0].endpoint",
        "http://events.pager.example/integration/twinsite-sweden",
        '"http://events.pager.example/integration/twinsite-sweden" does not have the form that is needed here.',
        "Write it like `https://events.pager.example/integration/payments`, with your own value.",
      ],
    ],
  },
  {
    title: "terminal escapes in a value",
    edits: [["\nowner: payments-platform", '\nowner: "\\e[2J\\u202eevil"']],
    faults: [
      [
        "owner",
        '"\\e[2J\\u202eevil"',
        '"\\u{1b}[2J\\u{202e}evil" does not have the form that is needed here.',
        "Write it like `payments-platform`, with your own value.",
      ],
    ],
  },
  {
    title: "a key named __proto__ in a group",
    edits: [["state:\n", "state:\n  __proto__: {kind: s3}\n"]],
    faults: [
      ["state.__proto__", "__proto__:", "`__proto__` is a key that programs trip over.", "Rename or remove it."],
      ["state.__proto__", "__proto__:", '"__proto__" is not a known key.', "Remove it."],
    ],
  },
  {
    title: "a party named __proto__",
    edits: [["  clearing:\n", "  __proto__:\n    reachedOver: directConnect\n    prefixes: [10.1.0.0/24]\n  clearing:\n"]],
    faults: [["parties.__proto__", "__proto__:", "`__proto__` is a key that programs trip over.", "Rename or remove it."]],
  },
  {
    title: "the same key twice",
    edits: [["homeRegion: eu-west-1", "homeRegion: eu-west-1\nhomeRegion: eu-west-2"]],
    faults: [["homeRegion", "homeRegion:", "The key `homeRegion` stands here again.", "Keep one of them."]],
  },
  {
    title: "a merge key without alias",
    edits: [["state:\n", "state:\n  <<: {kind: s3}\n"]],
    faults: [['state["<<"]', "<<:", '"<<" is not a known key.', "Remove it."]],
  },
];

describe("a fault of one field", () => {
  test.each(cases)("$title is told with its place and how to mend it, and nothing else is", ({ edits, faults }) => {
    expect(told(edited(...edits))).toEqual(faults);
  });
});
