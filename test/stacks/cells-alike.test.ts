import { sweden } from "../sweden";
import { synthesizedDeployment } from "../synthesized-deployment";

const { capacity, ...others } = sweden();
const stacks = synthesizedDeployment({ ...others, capacity: { ...capacity, peakPaymentsPerSecond: 120_000 } });

/** The whole template, with a mark for each number of its cell and for each address. */
function neutral(stack: string, cell: string): string {
  const text = JSON.stringify(stacks.get(stack)?.document, undefined, 1);
  return text.replaceAll(/\b\d{1,3}(?:\.\d{1,3}){3}\b(?:\/\d+)?/g, "ADDRESS").replaceAll(new RegExp(`(?<!\\w)${cell}(?!\\w)`, "g"), "CELL");
}

const ofACell = [...stacks.keys()].filter((name) => /^(?:cell|ledger)-02/.test(name));

test("every kind of stack that a cell has is there", () => {
  expect(ofACell.toSorted()).toEqual(["cell-02-a", "cell-02-b", "ledger-02", "ledger-02-a", "ledger-02-b"]);
});

// .ci/run has the real Terraform plan the first cell and the last for all.
test.each(ofACell)("%s differs from the next cell's by number and addresses only", (name) => {
  expect(neutral(name.replace("-02", "-03"), "03")).toBe(neutral(name, "02"));
});
