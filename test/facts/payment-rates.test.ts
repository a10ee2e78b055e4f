import { type PaymentRate, rateIn } from "../../facts/payment-rate";
import { paymentRates } from "../../facts/payment-rates";
import { regions } from "../../facts/regions";

const rates: readonly (readonly [string, PaymentRate])[] = Object.entries(paymentRates());
const known = regions.map(({ region }) => region);

test("every rate on a payment's way stands there", () => {
  expect(rates.map(([name]) => name).toSorted()).toEqual([
    "balancerUnits",
    "endpointBandwidth",
    "firewallBandwidth",
    "fixedBalancerUnits",
    "kmsCalls",
    "ledgerConnections",
    "lineAttachmentBandwidth",
    "lineAttachmentPackets",
    "logWrites",
    "metricWrites",
    "networkAttachmentBandwidth",
    "networkAttachmentPackets",
    "newLedgerConnections",
    "ownResolverPackets",
    "pinCalls",
    "resolverQueries",
    "secretReads",
    "serviceLaunches",
    "taskLaunchBurst",
    "taskLaunches",
    "trackedResolverQueries",
    "unitsOfABalancer",
    "webFilterRequests",
  ]);
});

test.each(rates)("%s names what counts, and Regions that exist", (_, rate) => {
  expect(rate.counts).not.toBe("");
  const named = [...Object.keys(rate.standardIn ?? {}), ...(rate.notOfferedIn ?? []), ...(rate.notReadIn ?? [])];
  expect(named.filter((region) => !known.includes(region))).toEqual([]);
  expect(new Set(named).size).toBe(named.length);
});

test("a code is one of Service Quotas', stands for one rate, and belongs to what Service Quotas raises", () => {
  const codes = rates.flatMap(([, { code }]) => (code === undefined ? [] : [code]));
  expect(codes.filter((code) => !/^L-[0-9A-F]{8}$/.test(code))).toEqual([]);
  expect(new Set(codes).size).toBe(codes.length);
  expect(rates.filter(([, { code, raised }]) => code !== undefined && raised !== "byServiceQuotas")).toEqual([]);
});

test("in every Region a rate is a number, not offered or not read; in one that is unknown it is not read", () => {
  const values = rates.flatMap(([, rate]) => known.map((region) => rateIn(rate, region)));
  expect(values.filter((value) => typeof value === "number" && !(value >= 0))).toEqual([]);
  expect(new Set(values.filter((value) => typeof value !== "number"))).toEqual(new Set(["notOffered", "notRead"]));
  for (const [, rate] of rates) expect(rateIn(rate, "ap-south-2")).toBe("notRead");
});

test.each([
  ["kmsCalls", "eu-north-1", 10_000],
  ["kmsCalls", "eu-central-1", 20_000],
  ["kmsCalls", "eu-west-1", 100_000],
  ["kmsCalls", "eu-south-2", 10_000],
  ["pinCalls", "eu-west-2", 500],
  ["pinCalls", "eu-north-1", "notOffered"],
  ["taskLaunches", "eu-north-1", 20],
  ["taskLaunches", "ca-west-1", 5],
  ["serviceLaunches", "ap-southeast-4", 125],
  ["taskLaunchBurst", "ap-east-2", "notRead"],
  ["newLedgerConnections", "ap-east-2", "notOffered"],
  ["fixedBalancerUnits", "eu-west-2", "notOffered"],
] as const)("%s in %s is %s", (name, region, value) => {
  expect(rateIn(paymentRates()[name], region)).toBe(value);
});

test("a metric that an alarm can read has its dimensions, and what is not the same everywhere is in brackets", () => {
  for (const [, { usage }] of rates) {
    if (usage.kind !== "metric") continue;
    expect(usage.namespace).toMatch(/^AWS\/[A-Za-z0-9]+$/);
    expect(Object.keys(usage.dimensions).length).toBeGreaterThan(0);
    for (const value of Object.values(usage.dimensions)) expect(value).toMatch(/^(?:cluster\/)?\[[a-z]+\]$|^[A-Za-z]+$/);
  }
});
