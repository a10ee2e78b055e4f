import picocolors from "picocolors";
import type { JudgedEstate } from "../../analysis/judged-estate";
import type { MirrorVerdict } from "../../analysis/mirror/mirror";
import { type RemovedStack, synthesisText } from "../../reports/synthesis";

/** An estate of which only the mirror is told. */
function judgedWith(mirrors: readonly MirrorVerdict[]): JudgedEstate {
  const mirror = { name: "mirror", claim: "", weight: "gates", verdict: "met", findings: [], detail: mirrors } as const;
  return { verdict: "met", asOf: "2026-11-30", judgements: [mirror], idle: [], afterApply: [] };
}

function linesOf(removed: readonly RemovedStack[], mirrors: readonly MirrorVerdict[] = [], out = "w"): readonly string[] {
  const stacks = [{ name: "site-a", regions: ["eu-north-1"], resources: 3, after: [] }];
  const report = {
    deployment: "twin.yaml",
    out,
    stacks,
    changed: [],
    removed,
    seconds: 1,
    judged: judgedWith(mirrors),
    warnings: 0,
  };
  return synthesisText(report, picocolors.createColors(false)).split("\n");
}

test("the next command takes a folder whose name has a space", () => {
  expect(linesOf([], [], "my twin").at(-1)).toBe("next: npx twinsite plan --in 'my twin'");
});

test("an output from which no stack disappeared says nothing of it", () => {
  expect(linesOf([]).join("\n")).not.toContain("removed");
});

test("stacks that disappeared are named, with the state of what they deployed and that it still exists", () => {
  const lines = linesOf([
    { name: "shared", state: "s3://twin-state/twin/shared.tfstate" },
    { name: "tried", state: null },
  ]);
  expect(lines.slice(lines.indexOf("removed: shared, tried"))).toEqual([
    "removed: shared, tried",
    "  What they deployed still exists. To destroy it, synthesize the earlier deployment again. State:",
    "  shared: s3://twin-state/twin/shared.tfstate",
    "next: npx twinsite plan --in w",
  ]);
});

test("many stacks that disappeared stay within 100 columns", () => {
  const removed = Array.from({ length: 20 }, (_, index) => ({ name: `guardrails-region-${index}`, state: null }));
  expect(Math.max(...linesOf(removed).map((line) => line.length))).toBeLessThanOrEqual(100);
});

test("many cells that mirror each other alike stay within 100 columns", () => {
  const pair = (id: number): MirrorVerdict => ({
    verdict: "met",
    stacks: { a: `cell-${id}-a`, b: `cell-${id}-b` },
    addresses: { inBoth: 95, onlyA: [], onlyB: [] },
    differences: [],
    unexplained: [],
    listFaults: [],
    unused: [],
    unread: [],
  });
  const lines = linesOf(
    [],
    Array.from({ length: 25 }, (_, index) => pair(10 + index)),
  );
  expect(lines).toContain("mirror of cell-10-a and cell-10-b, and of 24 more such pairs: holds, 95 addresses, 0 listed");
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
});
