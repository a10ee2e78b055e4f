import { deploymentSchema } from "../../../../config/deployment";
import { draftOf } from "../../../../config/draft";
import { betweenFieldsFindings } from "../../../../config/faults/between-fields";
import { sweden } from "../../../sweden";
import { type Edit, edited, type FaultyCase, faultsOf, told } from "../faulty-sweden";

const ZONE = "  zone: pay.bank.example\n";
const PRIVATE = "privateZone: line.pay.bank.example";
const zones = (zone: string, privateZone: string): readonly Edit[] => [
  [ZONE, `  zone: ${zone}\n`],
  [PRIVATE, `privateZone: ${privateZone}`],
];
/** The longest zone whose wildcard ACM takes for a certificate's first name. */
const LONGEST = `${"a".repeat(54)}.example`;

const cases: readonly FaultyCase[] = [
  {
    title: "one name for both zones",
    edits: [[PRIVATE, "privateZone: pay.bank.example"]],
    faults: [
      [
        "names.privateZone",
        "pay.bank.example",
        "The private zone has the public one's name.",
        "Write `line.pay.bank.example`, with your own label.",
      ],
    ],
  },
  {
    title: "a private zone two labels below",
    edits: [[PRIVATE, "privateZone: a.line.pay.bank.example"]],
    faults: [
      [
        "names.privateZone",
        "a.line.pay.bank.example",
        "a.line.pay.bank.example is not one label below pay.bank.example.",
        "Write `line.pay.bank.example`, with your own label.",
      ],
    ],
  },
  {
    title: "a private zone beside the public one, whose name ends the same",
    edits: [[PRIVATE, "privateZone: linepay.bank.example"]],
    faults: [
      [
        "names.privateZone",
        "linepay.bank.example",
        "linepay.bank.example is not one label below pay.bank.example.",
        "Write `line.pay.bank.example`, with your own label.",
      ],
    ],
  },
  {
    title: "a zone that is one character too long for a certificate",
    edits: zones(`a${LONGEST}`, `line.a${LONGEST}`),
    faults: [
      [
        "names.zone",
        `a${LONGEST}`,
        `a${LONGEST} has 63 characters, which no certificate takes for its first name.`,
        "Choose a zone with fewer or shorter labels.",
      ],
    ],
  },
  {
    title: "a label that looks encoded and is not",
    edits: zones("pa--y.bank.example", "line.pa--y.bank.example"),
    faults: (["zone", "privateZone"] as const).map((field) => [
      `names.${field}`,
      field === "zone" ? "pa--y.bank.example" : "line.pa--y.bank.example",
      "ACM issues no certificate for a name with the label pa--y.",
      "Take out one of the two hyphens.",
    ]),
  },
  {
    title: "a participant twice",
    edits: [["name: sparbanken-syd", "name: nordbank"]],
    faults: [["participants[1].name", "nordbank", "nordbank is also the name of participants[0].", "Remove one of the two, or rename it."]],
  },
  ...["api", "line", "cell-01", "cell-07-site-b"].map(
    (name): FaultyCase => ({
      title: `a participant called ${name}`,
      edits: [["name: nordbank", `name: ${name}`]],
      faults: [["participants[0].name", name, `${name} is a name of the service itself.`, "Choose another label for the participant."]],
    }),
  ),
  {
    title: "a participant in a cell that the peak does not need",
    edits: [["name: nordbank\n    cell: 1", "name: nordbank\n    cell: 2"]],
    faults: [
      [
        "participants[0].cell",
        "2",
        "There is no cell 2: the peak needs one.",
        "Choose one of these, or declare the peak that needs more cells.",
      ],
    ],
  },
];

test.each(cases)("$title is told, where it stands and how to mend it", ({ edits, faults }) => {
  expect(told(edited(...edits))).toEqual(faults);
});

test.each<{ title: string; edits: readonly Edit[] }>([
  { title: "the longest zone that a certificate takes", edits: zones(LONGEST, `line.${LONGEST}`) },
  { title: "an encoded label", edits: zones("xn--bank-0ra.example", "line.xn--bank-0ra.example") },
  { title: "participants whose names only resemble the service's", edits: [["name: nordbank", "name: apis"]] },
  {
    title: "a second cell, where the peak needs two",
    edits: [
      ["name: nordbank\n    cell: 1", "name: nordbank\n    cell: 2"],
      ["peakPaymentsPerSecond: 40000", "peakPaymentsPerSecond: 40001"],
    ],
  },
])("$title is no fault", ({ edits }) => {
  expect(faultsOf(edited(...edits))).toEqual([]);
});

test("nothing is said of a participant's cell where the peak has a fault of its own", () => {
  const { capacity: _, ...rest } = sweden();
  const participants = [{ name: "nordbank", cell: 99 }];
  expect(betweenFieldsFindings(draftOf({ ...rest, participants }))).toEqual([]);
  expect(betweenFieldsFindings(draftOf(deploymentSchema.parse({ ...sweden(), participants })))).toHaveLength(1);
});
