import { faultsOf, swedenWithResidency, told } from "../faulty-sweden";

const accepted = {
  finding: "hygiene:names:aws_acm_certificate.public",
  reason: "The landing zone tags it",
  owner: "platform",
  expires: "2027-06-30",
};

function swedenAccepting(...acknowledgements: readonly object[]): string {
  return `${swedenWithResidency}\nacknowledgements: ${JSON.stringify(acknowledgements)}\n`;
}

const paths = (text: string): readonly string[] => told(text).map(([path]) => path);

test("an acknowledgement says which finding, why, whose and until when", () => {
  expect(faultsOf(swedenAccepting(accepted))).toEqual([]);
});

test.each([
  ["a finding that is no id", { finding: "everything" }, "acknowledgements[0].finding"],
  ["a reason of a word", { reason: "ok" }, "acknowledgements[0].reason"],
  ["no owner", { owner: "" }, "acknowledgements[0].owner"],
  ["a day that the calendar does not have", { expires: "2027-02-30" }, "acknowledgements[0].expires"],
  ["no end", { expires: "never" }, "acknowledgements[0].expires"],
])("%s is a fault there", (_, change, path) => {
  expect(paths(swedenAccepting({ ...accepted, ...change }))).toEqual([path]);
});

test("one finding is acknowledged once", () => {
  expect(told(swedenAccepting(accepted, { ...accepted, owner: "somebody else" }))).toEqual([
    [
      "acknowledgements[1].finding",
      `"${accepted.finding}"`,
      '"hygiene:names:aws_acm_certificate.public" is acknowledged by acknowledgements[0] too.',
      "Remove one of them.",
    ],
  ]);
});
