import type { Observation } from "../../../analysis/findings/finding";
import { livesAloneReport } from "../../../reports/judgements/lives-alone";

const finding: Observation = {
  verdict: "notMet",
  stack: "cell-01-a",
  address: "resource.aws_lb.front.name",
  attribute: "",
  expected: "nothing of the other site's Region eu-central-1",
  found: `${"x".repeat(90)}eu-central-1`,
};

describe("the report on sites that live alone", () => {
  test("is one line where they do, or where no stack is a site's", () => {
    expect(livesAloneReport({ verdict: "met", stacks: ["a", "b"], findings: [] })).toEqual([
      "sites: each of 2 stacks names nothing of the other site",
    ]);
    expect(livesAloneReport({ verdict: "notApplicable", stacks: [], findings: [] })).toEqual([
      "sites: no stack says that it is one site's",
    ]);
  });

  test("says where a stack names the other site, and cuts a long text", () => {
    expect(livesAloneReport({ verdict: "notMet", stacks: ["cell-01-a"], findings: [finding] })).toEqual([
      "sites: not each lives alone, 1 findings",
      "  cell-01-a resource.aws_lb.front.name",
      `    expected nothing of the other site's Region eu-central-1, found ${"x".repeat(79)}…`,
    ]);
  });

  test("shows the first dozen of many and counts the rest", () => {
    const findings = Array.from({ length: 15 }, () => finding);
    const lines = livesAloneReport({ verdict: "undetermined", stacks: ["cell-01-a"], findings });
    expect([lines.length, lines.at(-1)]).toEqual([26, "  and 3 more"]);
  });
});
