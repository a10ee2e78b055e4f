import { judgeMirrors } from "../../../analysis/mirror/mirror";
import { estateOf } from "../../../synthesized/estate/estate";
import type { JsonObject } from "../../../synthesized/json";
import type { Template } from "../../../synthesized/template";
import { synthesizedSweden } from "../../sample-output";
import { writtenEvidence, writtenTemplate } from "../../synthesized/written-template";

/** A stack of a site, and of a cell where one is named, that holds one resource of each type. */
function stack(
  name: string,
  site: string | null,
  { cell, types }: { readonly cell?: string; readonly types: readonly string[] },
): Template {
  const permittedDifferences = [{ name: "site", value: site ?? "none", reason: "a site has its own name" }];
  const evidence: JsonObject = writtenEvidence(name, { site, cell: cell ?? null, permittedDifferences, stack: "same" });
  const resource = Object.fromEntries(types.map((type) => [type, { one: {} }]));
  return writtenTemplate({ stack: name, resource, evidence, parts: { terraform: {}, "//": {} } });
}

const site = (name: string, of: string): Template => stack(name, of, { types: ["aws_vpc", "aws_subnet"] });
const cell = (name: string, of: string, number: string): Template =>
  stack(name, of, { cell: number, types: ["aws_lb", "aws_ecs_service"] });
const ledger = (name: string, of: string, number: string): Template =>
  stack(name, of, { cell: number, types: ["aws_dsql_cluster", "aws_kms_key"] });
const verdicts = (templates: readonly Template[]) =>
  judgeMirrors(estateOf(templates)).map(({ verdict, stacks }) => [stacks.a, stacks.b, verdict]);

const all = [
  site("site-a", "site-a"),
  site("site-b", "site-b"),
  ...["01", "02"].flatMap((number) =>
    ["a", "b"].flatMap((one) => [
      ledger(`ledger-${number}-${one}`, `site-${one}`, number),
      cell(`cell-${number}-${one}`, `site-${one}`, number),
    ]),
  ),
  stack("shared", null, { types: ["aws_vpc"] }),
];

describe("mirrors", () => {
  test("are judged over every pair of sites, ledger members and cells", () => {
    expect(new Set(verdicts(all).map((row) => row.join(" ")))).toEqual(
      new Set(["site", "ledger-01", "cell-01", "ledger-02", "cell-02"].map((name) => `${name}-a ${name}-b met`)),
    );
  });

  test("pair stacks by what they are, whatever they are called", () => {
    const renamed = [site("x", "site-a"), site("y", "site-b"), cell("p", "site-b", "01"), cell("q", "site-a", "01")];
    expect(verdicts(renamed)).toEqual([
      ["x", "y", "met"],
      ["q", "p", "met"],
    ]);
  });

  test("are not met by a stack that the other site has no counterpart of", () => {
    const lacking = all.filter(({ stack: name }) => name !== "cell-02-b");
    expect(verdicts(lacking).filter(([, , verdict]) => verdict !== "met")).toEqual([["cell-02-a", null, "notMet"]]);
  });

  test("are undetermined where no stack of another site is here", () => {
    expect(verdicts([site("site-a", "site-a")])).toEqual([["site-a", null, "undetermined"]]);
  });

  test("are undetermined, not skipped, where a stack that says nothing of itself may be the counterpart", () => {
    const silent = writtenTemplate({ stack: "cell-01-b", evidence: {}, parts: { terraform: {}, "//": {} } });
    const [a, b] = [cell("cell-01-a", "site-a", "01"), site("site-b", "site-b")];
    expect(verdicts([site("site-a", "site-a"), b, stack("cell-01-a", "site-a", { cell: "01", types: [] }), silent])).toEqual([
      ["site-a", "site-b", "met"],
      ["cell-01-a", null, "undetermined"],
    ]);
    const alike = writtenTemplate({
      stack: "x",
      resource: { aws_lb: { one: {} }, aws_ecs_service: { one: {} } },
      evidence: {},
      parts: { terraform: {}, "//": {} },
    });
    expect(verdicts([site("site-a", "site-a"), b, a, alike]).at(-1)).toEqual(["cell-01-a", "x", "undetermined"]);
    expect(verdicts([a, silent]).at(-1)?.[2]).not.toBe("met");
  });
});

test("every stack of a site of the Swedish deployment has a counterpart that it mirrors", () => {
  const templates = [...synthesizedSweden().values()];
  const expected = templates.map(({ stack: name }) => name).filter((name) => name.endsWith("-a"));
  const found = judgeMirrors(estateOf(templates)).map(({ stacks, verdict }) => [stacks.a, stacks.b, verdict]);
  expect(new Set(found.map((row) => row.join(" ")))).toEqual(new Set(expected.map((name) => `${name} ${name.replace(/-a$/, "-b")} met`)));
});
