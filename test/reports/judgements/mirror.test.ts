import type { MirrorVerdict } from "../../../analysis/mirror/mirror";
import { alikeMirrors, mirrorReport } from "../../../reports/judgements/mirror";

const holds: MirrorVerdict = {
  verdict: "met",
  stacks: { a: "site-a", b: "site-b" },
  addresses: { inBoth: 412, onlyA: [], onlyB: [] },
  differences: [
    { kind: "explained", path: "aws_vpc.net.cidr_block", a: "10.16.0.0/16", b: "10.32.0.0/16", explainedBy: ["address-space"] },
    { kind: "explained", path: "provider.aws.region", a: "eu-north-1", b: "eu-central-1", explainedBy: ["region"] },
  ],
  unexplained: [],
  listFaults: [],
  unused: [],
  unread: [],
};

describe("the mirror's report", () => {
  test("tells cells that hold alike together, and others by themselves", () => {
    const cell = (id: string, inBoth: number): MirrorVerdict => ({
      ...holds,
      stacks: { a: `cell-${id}-a`, b: `cell-${id}-b` },
      addresses: { inBoth, onlyA: [], onlyB: [] },
    });
    const broken: MirrorVerdict = { ...cell("03", 95), verdict: "notMet" };
    const groups = alikeMirrors([holds, cell("01", 95), cell("02", 95), broken, cell("04", 95), cell("05", 96)]);
    expect(groups.map(([first, ...others]) => mirrorReport(first, others.length)[0])).toEqual([
      "mirror of site-a and site-b: holds, 412 addresses, 2 listed differences of 2 kinds",
      "mirror of cell-01-a and cell-01-b, and of 2 more such pairs: holds, 95 addresses, 2 listed differences of 2 kinds",
      "mirror of cell-03-a and cell-03-b: broken; one-sided: 0, unlisted: 0, faults of the list: 0",
      "mirror of cell-05-a and cell-05-b: holds, 96 addresses, 2 listed differences of 2 kinds",
    ]);
  });

  test("is one line where the mirror holds", () => {
    expect(mirrorReport(holds)).toEqual(["mirror of site-a and site-b: holds, 412 addresses, 2 listed differences of 2 kinds"]);
  });

  test("says what breaks the mirror, in lines of at most 100 characters", () => {
    const long = "x".repeat(300);
    const lines = mirrorReport({
      ...holds,
      verdict: "notMet",
      addresses: { inBoth: 411, onlyA: ["aws_kms_key.logs"], onlyB: [] },
      unexplained: [
        { kind: "unexplained", path: "aws_kms_key.images.policy", a: `${long}Allow${long}`, b: `${long}Deny${long}`, explainedBy: [] },
        { kind: "borrowed", path: "aws_vpc.net.cidr_block", a: "10.16.0.0/16", b: "10.16.0.0/16", explainedBy: [] },
      ],
      listFaults: [{ name: "site", what: "is listed by A only" }],
      unused: ["spare"],
    });
    expect(lines).toEqual([
      "mirror of site-a and site-b: broken; one-sided: 1, unlisted: 2, faults of the list: 1",
      "  only in site-a: aws_kms_key.logs",
      "  permitted difference site: is listed by A only",
      "  aws_kms_key.images.policy: …xxxxxxxxxxxxAllowxxxxxxx… | …xxxxxxxxxxxxDenyxxxxxxxx…",
      "  aws_vpc.net.cidr_block: both say 10.16.0.0/16, which belongs to one site",
      "  permitted, but nowhere needed: spare",
    ]);
    expect(lines.every((line) => line.length <= 100)).toBe(true);
  });

  test("shows the first dozen of many and counts the rest", () => {
    const onlyB = Array.from({ length: 40 }, (_, n) => `aws_vpc.net${n}`);
    const lines = mirrorReport({ ...holds, verdict: "notMet", addresses: { inBoth: 1, onlyA: [], onlyB } });
    expect([lines.length, lines.at(-1)]).toEqual([14, "  and 28 more"]);
  });

  test("says why the mirror cannot be judged", () => {
    expect(mirrorReport({ ...holds, verdict: "undetermined", unread: ["stack site-a has no output twinsite_evidence"] })).toEqual([
      "mirror of site-a and site-b: undetermined, they cannot be compared",
      "  stack site-a has no output twinsite_evidence",
    ]);
  });

  test("says of a stack alone that the other site has no counterpart", () => {
    const alone = { ...holds, stacks: { a: "cell-01-a", b: null } };
    expect(mirrorReport({ ...alone, verdict: "notMet" })).toEqual(["mirror of cell-01-a: broken, the other site has no counterpart"]);
    const unread = ["no stack of another site is here to compare with"];
    expect(mirrorReport({ ...alone, verdict: "undetermined", unread })).toEqual([
      "mirror of cell-01-a: undetermined",
      "  no stack of another site is here to compare with",
    ]);
  });
});
