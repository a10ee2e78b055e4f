import { createColors } from "picocolors";
import { type Cost, costOf } from "../../../analysis/cost/cost";
import { type CostLine, priceIn } from "../../../analysis/cost/lines";
import { HOURS_PER_MONTH, type ListPrice } from "../../../facts/prices";
import { costRenderers } from "../../../reports/cost";
import { estateOf } from "../../../synthesized/estate/estate";
import { parseTemplate, type Template } from "../../../synthesized/template";
import { synthesizedSweden } from "../../sample-output";

const templates = [...synthesizedSweden().values()];
const sample = costOf(estateOf(templates));

const line = ({ lines }: Cost, one: string, region: string): CostLine | undefined =>
  lines.find((candidate) => candidate.one === one && candidate.region === region);

function stackOf(resource: object, region = "eu-central-1"): Template {
  return parseTemplate(JSON.stringify({ provider: { aws: [{ region }] }, resource }), "some-stack");
}

test("a line costs its quantity at the list price of its Region, over the hours of a month", () => {
  // 120 tasks of 4 processors.
  expect(line(sample, "Fargate processor (Linux, x86)", "eu-central-1")?.usdPerMonth).toBeCloseTo(480 * 0.04656 * 730, 6);
  expect(line(sample, "Direct Connect port, 100 Gbit/s", "everywhere")?.usdPerMonth).toBe(4 * 22.5 * HOURS_PER_MONTH);
});

test("the sum is that of the lines with a price, and no line without one counts", () => {
  const priced = sample.lines.flatMap(({ usdPerMonth }) => usdPerMonth ?? []);
  expect(sample.usdPerMonth).toBeCloseTo(
    priced.reduce((sum, usd) => sum + usd, 0),
    6,
  );
  expect(sample.lines.length).toBeGreaterThan(priced.length);
});

test("a price of one Region is not taken for another, but shown with what it would come to there", () => {
  const unread = line(sample, "reserved capacity unit (LCU)", "eu-north-1");
  expect(unread).toMatchObject({ price: null, usdPerMonth: null, elsewhere: { regions: ["eu-west-1"] } });
  expect(unread?.usdPerMonthElsewhere).toBeCloseTo(4800 * 0.008 * 730, 6);
});

test("of two prices for a Region the one that was read last counts", () => {
  const price = (usd: number, asOf: string): ListPrice => ({ usd, per: "hour", regions: ["eu-north-1"], source: "a list", asOf });
  expect(priceIn([price(1, "2026-03-01"), price(2, "2026-09-01"), price(3, "2025-12-31")], "eu-north-1")?.usd).toBe(2);
  expect(priceIn([price(1, "2026-03-01")], "eu-west-1")).toBeNull();
});

test("every price says where and when it was read", () => {
  const prices = sample.lines.flatMap(({ price }) => price ?? []);
  expect(prices.filter(({ source, asOf, usd }) => source.length < 20 || !/^\d{4}-\d\d-\d\d$/.test(asOf) || usd <= 0)).toEqual([]);
});

test("what is there only to be ready is what either site's mirrored stacks cost, and nothing of stacks that see both", () => {
  expect(sample.readiness.map(({ site, stacks }) => [site, stacks])).toEqual([
    ["site-a", 3],
    ["site-b", 3],
  ]);
  const [, twin] = sample.readiness;
  const tasks = line(sample, "Fargate processor (Linux, x86)", "eu-central-1")?.usdPerMonth ?? 0;
  expect(twin?.usdPerMonth).toBeGreaterThan(tasks);
  expect(twin?.usdPerMonth).toBeLessThan(sample.usdPerMonth - 4 * 22.5 * HOURS_PER_MONTH);
});

test("sites are held against each other over what both have a price for, not over what one of them lacks", () => {
  const [first, twin] = sample.readiness;
  // Frankfurt's alarms and Stockholm's endpoints have no price.
  expect(first?.without).toContain("zone of an interface endpoint");
  expect(twin?.without).toContain("metric of an alarm");
  expect(first?.alike.lines).toBe(twin?.alike.lines);
  const endpoints = line(sample, "zone of an interface endpoint", "eu-central-1")?.usdPerMonth ?? 0;
  expect((twin?.usdPerMonth ?? 0) - (twin?.alike.usdPerMonth ?? 0)).toBeCloseTo(endpoints, 6);
});

test("the share that is there to be ready says over which lines it is reckoned, and that it is a lower bound", () => {
  const text = costRenderers.text({ cost: sample, today: "2026-11-29" }, createColors(false)).replaceAll(/\s+/g, " ");
  expect(text).toMatch(/mirrored stacks of site-a, at least USD [\d,]+ a month, over \d+ of its \d+ lines/);
  expect(text).toMatch(/a lower bound: site-a has no price for .*reserved capacity unit \(LCU\)/);
  expect(text).toMatch(/that have a price at every site, and only so to be compared: site-a USD [\d,]+, site-b USD [\d,]+ a month/);
  expect(text).toMatch(/the largest of those: reserved capacity unit \(LCU\), USD 56,064 a month at what eu-west-1 asks/);
});

test("a price says how old it is", () => {
  const text = costRenderers.text({ cost: sample, today: "2026-11-29" }, createColors(false));
  expect(text).toContain("2026-09-29, 61 days old: AWS's price list of Amazon ECS");
});

test("every resource is charged, free, or named as not priced with how many there are: none is silently nothing", () => {
  const { notPriced } = costOf(estateOf([stackOf({ aws_outposts_outpost: { one: {}, two: {} }, aws_iam_role: { role: {} } })]));
  expect(notPriced).toEqual([{ type: "aws_outposts_outpost", resources: 2, why: "unknown", by: null }]);
});

test("a quantity that cannot be read is named, and costs no guess", () => {
  const { lines, notPriced } = costOf(estateOf([stackOf({ aws_dx_connection: { port: { bandwidth: "${var.speed}" } } })]));
  expect(lines).toEqual([]);
  expect(notPriced).toEqual([{ type: "aws_dx_connection", resources: 1, why: "unreadable", by: "data out, in GB" }]);
});

test("zones beyond the first 25 of an account are a line of their own, at their lower price", () => {
  const zones = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`zone-${index}`, { name: `z${index}.example` }]));
  expect(
    costOf(estateOf([stackOf({ aws_route53_zone: zones })])).lines.map(({ one, quantity, usdPerMonth }) => [one, quantity, usdPerMonth]),
  ).toEqual([
    ["hosted zone, of the first 25", 25, 12.5],
    ["hosted zone beyond 25", 5, 0.5],
  ]);
});

test("what is read of a block follows its kind", () => {
  const quantities = (resource: object) =>
    Object.fromEntries(costOf(estateOf([stackOf(resource)])).lines.map(({ one, quantity }) => [one, quantity]));
  expect(
    quantities({
      aws_vpc_endpoint: { s3: { vpc_endpoint_type: "Gateway" }, kms: { vpc_endpoint_type: "Interface", subnet_ids: ["a", "b"] } },
    }),
  ).toEqual({ "zone of an interface endpoint": 2 });
  expect(
    quantities({
      aws_lb: {
        front: { load_balancer_type: "application", minimum_load_balancer_capacity: { capacity_units: 1600 } },
        fixed: { load_balancer_type: "network" },
      },
    }),
  ).toEqual({ "Application Load Balancer": 1, "Network Load Balancer": 1, "reserved capacity unit (LCU)": 1600 });
  expect(
    quantities({ aws_route53_health_check: { deep: { type: "HTTPS", request_interval: 10 }, told: { type: "CLOUDWATCH_METRIC" } } }),
  ).toEqual({
    "health check of something in AWS": 1,
    "option of a health check (HTTPS, 10 s)": 2,
    "health check by alarm or switch": 1,
  });
  expect(quantities({ aws_rds_cluster_instance: { one: {}, two: {} } })).toEqual({ "instance of an Aurora cluster": 2 });
  expect(quantities({ aws_secretsmanager_secret: { secret: { replica: [{ region: "eu-north-1" }] } } })).toEqual({
    "secret or copy of one": 1,
  });
});
