import picocolors from "picocolors";
import type { PaymentTraces } from "../../../analysis/payment-trace/trace";
import { paymentsJson, paymentsMarkdown, paymentsReport, paymentsText } from "../../../reports/judgements/payment-trace";

const plain = picocolors.createColors(false);
const complete: PaymentTraces = {
  verdict: "met",
  traces: [
    {
      verdict: "met",
      path: "api",
      site: "site-a",
      cell: "cell-01",
      flow: "internet-api",
      steps: [
        {
          kind: "name",
          state: "found",
          pieces: [
            { state: "found", text: "zone pay.example" },
            { state: "found", text: "api → cell | *" },
          ],
        },
      ],
    },
  ],
  unread: [],
};
const broken: PaymentTraces = {
  verdict: "notMet",
  traces: complete.traces.map((trace) => ({
    ...trace,
    verdict: "notMet",
    steps: [{ kind: "log", state: "missing", pieces: [{ state: "missing", text: "no network flow is logged" }] }],
  })),
  unread: [{ stack: "site-b", why: "no stack says that it is of a cell of site-b" }],
};

describe("the trace of a payment", () => {
  test("is one line where every path is complete, and names what is missing where one is not", () => {
    expect(paymentsReport(complete)).toEqual(["payments: 1 of 1 paths are complete; each has every piece, there and back"]);
    expect(paymentsReport(broken)).toEqual([
      "payments: 0 of 1 paths are complete; a piece is missing or cannot be read",
      "  undetermined: no stack says that it is of a cell of site-b",
      "  Over the internet, cell-01 at site-a: log missing: no network flow is logged",
    ]);
    expect(paymentsReport({ verdict: "notApplicable", traces: [], unread: [] })).toEqual([
      "payments: no site declares a way that one could come by",
    ]);
  });

  test("is a line per piece, under the step that needs it", () => {
    expect(paymentsText(complete, plain).split("\n")).toEqual([
      "payments: 1 of 1 paths are complete; each has every piece, there and back",
      "",
      "Over the internet, cell-01 at site-a (internet-api): complete",
      "  name           zone pay.example",
      "                 api → cell | *",
    ]);
  });

  test("marks what is missing, and says what could not be traced", () => {
    expect(paymentsText(broken, plain).split("\n")).toEqual([
      "payments: 0 of 1 paths are complete; a piece is missing or cannot be read",
      "",
      "undetermined: no stack says that it is of a cell of site-b",
      "",
      "Over the internet, cell-01 at site-a (internet-api): broken",
      "  log            MISSING: no network flow is logged",
    ]);
  });

  test("is a table per path on a page, where no text can break it", () => {
    const page = paymentsMarkdown(complete).split("\n");
    expect(page.slice(2)).toEqual([
      "## Over the internet, cell-01",
      "",
      "| step | site-a: complete |",
      "| --- | --- |",
      "| name | zone pay.example<br>api → cell \\| \\* |",
    ]);
    expect(paymentsMarkdown(broken)).toContain("| log | **missing**: no network flow is logged |");
  });

  test("has the same facts as JSON", () => {
    expect(JSON.parse(paymentsJson(broken))).toEqual(broken);
  });
});
