import { parseDiagnosticStream } from "../../synthesized/diagnostics";
import { parsePlan, parsePlannedAdditions } from "../../synthesized/plan";

const change = (address: string, ...actions: readonly string[]) => ({ address, type: "aws_vpc", change: { actions, after: { a: 1 } } });

describe("parsePlan", () => {
  test("counts what would happen, a replacement as one", () => {
    const plan = parsePlan(
      JSON.stringify({
        format_version: "1.2",
        terraform_version: "1.11.4",
        resource_changes: [
          change("a", "create"),
          change("b", "create"),
          change("c", "delete", "create"),
          change("d", "no-op"),
          change("e", "read"),
        ],
      }),
      "site-a",
    );
    expect(plan.counts).toEqual({ create: 2, read: 1, update: 0, replace: 1, delete: 0, forget: 0, none: 1 });
    expect(plan.outcome).toBe("complete");
  });

  test("an empty plan is complete and a failed one is not", () => {
    const plan = { format_version: "1.2", terraform_version: "1.11.4" };
    expect(parsePlan(JSON.stringify(plan), "x").changes).toEqual([]);
    expect(parsePlan(JSON.stringify({ ...plan, errored: true }), "x").outcome).toBe("errored");
  });

  test("a plan of an unknown format is refused", () => {
    expect(() => parsePlan(JSON.stringify({ format_version: "2.0", terraform_version: "9" }), "x")).toThrow(
      "the plan of stack x cannot be read: format_version: must be a plan of format 1. Write it with `terraform show -json`",
    );
  });
});

describe("parsePlannedAdditions", () => {
  const summary = JSON.stringify({ type: "change_summary", changes: { add: 3, change: 1, remove: 0, operation: "plan" } });

  test("counts what a plan says at its end that it would make", () => {
    expect(parsePlannedAdditions(`{"type":"version"}\n${summary}\n`, "x")).toBe(3);
  });

  test("a plan that says nothing at its end has no count", () => {
    expect(parsePlannedAdditions('{"type":"version"}\n', "x")).toBeUndefined();
  });
});

describe("diagnostics", () => {
  const diagnostic = { severity: "warning", summary: "Argument is deprecated", detail: "use y", address: "aws_vpc.net" };

  test("a plan's are found among its other messages", () => {
    const lines = [{ type: "version" }, { type: "diagnostic", diagnostic }, { type: "change_summary" }].map((line) => JSON.stringify(line));
    expect(parseDiagnosticStream(`${lines.join("\n")}\nnot a message\n`, "x")).toEqual([diagnostic]);
  });
});
