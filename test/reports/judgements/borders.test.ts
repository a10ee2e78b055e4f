import picocolors from "picocolors";
import type { Border, Borders } from "../../../analysis/borders/borders";
import { marketRules } from "../../../facts/market-rules";
import { bordersJson, bordersMarkdown, bordersReport, bordersText } from "../../../reports/judgements/borders";

const plain = picocolors.createColors(false);
const [gdpr, korea] = ["se-gdpr-44", "kr-efsr-14-2"].map((id) => marketRules.find((rule) => rule.id === id));
if (gdpr === undefined || korea === undefined) throw new Error("the rules that this is about are gone");

const met: Border = {
  verdict: "met",
  stack: "site-a",
  alike: "site-a",
  address: "aws_backup_vault.vault",
  does: "rests",
  data: "paymentData",
  what: "backups",
  where: { kind: "region", region: "eu-north-1" },
  city: "Stockholm",
  country: "SE",
  why: "SE is promised",
  ruling: { verdict: "met", rule: gdpr },
};
const abroad: Border = {
  ...met,
  verdict: "notMet",
  what: "copies | of backups",
  where: { kind: "region", region: "eu-west-2" },
  city: "London",
  country: "GB",
  why: "it is promised to be in SE",
  ruling: { verdict: "undetermined", rule: gdpr },
};
const unread: Border = {
  ...met,
  verdict: "undetermined",
  data: "unknown",
  what: "aws_x",
  where: { kind: "unknown", why: "nobody said" },
  city: undefined,
  country: undefined,
  why: "nobody said",
  ruling: undefined,
};
const passing: Border = { ...met, address: "aws_vpc.network", what: "network", does: "passes" };
const nothingOpen = { toRegister: [], notRead: [] };
const report: Borders = {
  verdict: "notMet",
  borders: [met, { ...met, address: "aws_db_snapshot.two" }, passing, abroad, unread],
  open: nothingOpen,
};

test("what may not be where it is comes first, and what is alike stands together", () => {
  expect(bordersText(report, plain).split("\n")).toEqual([
    "5 places in GB, SE: 3 as promised, 1 not, 1 undetermined, 0 outside AWS or without a promise",
    "",
    "NOT ALLOWED: site-a aws_backup_vault.vault (copies | of backups, payment data) in eu-west-2, London,",
    "GB: it is promised to be in SE (rule se-gdpr-44, undetermined: personal data goes to a third country",
    "only where the conditions of chapter V are met; it applies across the EEA)",
    "UNDETERMINED: site-a aws_backup_vault.vault (aws_x, unknown) in a place that cannot be told: nobody",
    "said",
    "",
    "eu-north-1, Stockholm, SE, payment data: met (se-gdpr-44)",
    "  backups in site-a: aws_backup_vault.vault, aws_db_snapshot.two",
    "  network (passes) in site-a: aws_vpc.network",
  ]);
});

test("a rule that forbids a place is not told as undetermined", () => {
  const forbidden: Border = { ...abroad, what: "backups", why: "the law keeps it in KR", ruling: { verdict: "notMet", rule: korea } };
  const text = bordersText({ verdict: "notMet", borders: [forbidden], open: nothingOpen }, plain).replaceAll(/\s+/g, " ");
  expect(text).toContain(`GB: the law keeps it in KR (rule kr-efsr-14-2: ${korea.says})`);
});

test("cells that say the same share a line, and Regions whose names differ in a number do not", () => {
  const at = (stack: string, address: string, alike = stack): Border => ({ ...met, stack, address, alike });
  const one = ["cell-01-a", "x", "cell-03-a"].map((stack) => at(stack, "aws_x.one", "cell site-a"));
  const cells = [...one, at("cell-04-a", "aws_x.other", "cell site-a")];
  const others = [
    at("cell-01-b", "aws_x.one", "cell site-b"),
    at("guardrails-eu-west-1", "aws_x.one"),
    at("guardrails-eu-west-2", "aws_x.one"),
  ];
  const lines = bordersText({ verdict: "met", borders: [...cells, ...others], open: nothingOpen }, plain).split("\n");
  expect(lines.slice(3)).toEqual([
    "  backups in cell-01-a and 2 cells more: aws_x.one",
    "  backups in cell-04-a: aws_x.other",
    "  backups in cell-01-b: aws_x.one",
    "  backups in guardrails-eu-west-1: aws_x.one",
    "  backups in guardrails-eu-west-2: aws_x.one",
  ]);
});

test("a page has the same as a list and a table, with no sign that would break either", () => {
  expect(bordersMarkdown(report).split("\n").slice(2, 9)).toEqual([
    expect.stringContaining("- NOT ALLOWED: site-a aws_backup_vault.vault (copies \\| of backups, payment data) in eu-west-2, London, GB"),
    "",
    "- UNDETERMINED: site-a aws_backup_vault.vault (aws_x, unknown) in a place that cannot be told: nobody said",
    "",
    "| place | data | verdict | rule | what |",
    "|---|---|---|---|---|",
    "| eu-north-1, Stockholm, SE | payment data | met | se-gdpr-44 | backups in site-a: aws_backup_vault.vault, aws_db_snapshot.two<br>network (passes) in site-a: aws_vpc.network |",
  ]);
});

test("JSON has every place with its rule, source and date", () => {
  expect(JSON.parse(bordersJson({ ...report, borders: [abroad] }))).toEqual({
    verdict: "notMet",
    borders: [
      {
        verdict: "notMet",
        stack: "site-a",
        address: "aws_backup_vault.vault",
        does: "rests",
        data: "paymentData",
        what: "copies | of backups",
        kind: "region",
        region: "eu-west-2",
        city: "London",
        country: "GB",
        why: "it is promised to be in SE",
        rule: { verdict: "undetermined", id: "se-gdpr-44", says: gdpr.says, source: gdpr.source, asOf: gdpr.asOf },
      },
    ],
    ...nothingOpen,
  });
});

test("a rule that nobody has read is undetermined, and a report without a promise says so", () => {
  const open = { toRegister: [], notRead: [korea] };
  const text = bordersText({ verdict: "notApplicable", borders: [{ ...met, verdict: "notApplicable", ruling: undefined }], open }, plain);
  expect(text).toMatch(/nothing is\s+promised, so nothing is judged/);
  expect(text).toContain(`Undetermined (kr-efsr-14-2): ${korea.law}`);
});

describe("among the verdicts on an output", () => {
  test("borders that hold are one line, and so are those that nothing is promised of", () => {
    expect(bordersReport({ verdict: "met", places: 5, unjudged: 2, findings: [] })).toEqual([
      "borders: data is where the deployment promises, in 3 places; 2 outside AWS are its owner's",
    ]);
    expect(bordersReport({ verdict: "notApplicable", places: 5, unjudged: 5, findings: [] })).toEqual([
      "borders: no promise where data is (residency), so none of 5 places is judged",
    ]);
  });

  test("a place where data may not be, or of which it cannot be told, is named", () => {
    const words = (lines: readonly string[]): string => lines.join(" ").replaceAll(/\s+/g, " ");
    expect(words(bordersReport({ verdict: "notMet", places: 5, unjudged: 0, findings: [abroad] }))).toContain(
      "borders: data is where it may not be: 1 of 5 places NOT ALLOWED: site-a aws_backup_vault.vault (copies | of backups, payment data) in eu-west-2, London, GB",
    );
    expect(words(bordersReport({ verdict: "undetermined", places: 5, unjudged: 0, findings: [unread] }))).toContain("UNDETERMINED: site-a");
  });

  test("of many, the first are shown and the others counted", () => {
    const lines = bordersReport({ verdict: "notMet", places: 50, unjudged: 0, findings: Array.from({ length: 20 }, () => abroad) });
    expect(lines.slice(-2)).toEqual(["  and 8 more", "  all of them: npx twinsite show borders"]);
  });
});
