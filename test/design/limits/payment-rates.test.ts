import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { type Deployment, deploymentSchema } from "../../../config/deployment";
import { builtFindings } from "../../../design/limits/limits";
import { type PaymentRateRow, paymentRateRows } from "../../../design/limits/payment-rate-row";
import { paymentRates } from "../../../facts/payment-rates";
import { southKorea } from "../../south-korea";
import { sweden } from "../../sweden";

const FOLDER = join(__dirname, "../../../config/deployments");
const files = readdirSync(FOLDER).filter((name) => name.endsWith(".yaml"));

function declared(file: string): Deployment {
  return deploymentSchema.parse(parse(readFileSync(join(FOLDER, file), "utf8")));
}

type PerPayment = NonNullable<Deployment["capacity"]["perPayment"]>;
type PerTask = NonNullable<Deployment["capacity"]["perTask"]>;

const measured = { kind: "measured", source: "Load test", asOf: "2026-11" } as const;

function using(deployment: Deployment, uses: Partial<Record<keyof PerPayment | keyof PerTask, number>>): Deployment {
  const { perPayment, perTask } = deployment.capacity;
  if (perPayment === undefined || perTask === undefined) throw new Error("the sample declares neither");
  const counts = Object.fromEntries(Object.entries(uses).map(([use, count]) => [use, { count, basis: measured }]));
  return deploymentSchema.parse({
    ...deployment,
    capacity: {
      ...deployment.capacity,
      perPayment: { ...perPayment, ...Object.fromEntries(Object.entries(counts).filter(([use]) => use in perPayment)) },
      perTask: { ...perTask, ...Object.fromEntries(Object.entries(counts).filter(([use]) => use in perTask)) },
    },
  });
}

function rowsOf(
  deployment: Deployment,
  rate: PaymentRateRow["rate"],
): readonly (readonly [string, number | undefined, number | undefined, string])[] {
  return paymentRateRows(deployment)
    .filter((row) => row.rate === rate)
    .map(({ sites, needed, limit, verdict }) => [sites.join(""), needed, limit, verdict.kind]);
}

const warnedOf = (deployment: Deployment) => builtFindings.warnings(deployment).map(({ path, what }) => [path.join("."), what]);
const faultedOf = (deployment: Deployment) => builtFindings.faults(deployment).map(({ path, what, mend }) => [path.join("."), what, mend]);

test.each(files)("%s declares what a payment uses, and every limited rate is told with a figure and a verdict", (file) => {
  const rows = paymentRateRows(declared(file));
  expect(new Set(rows.map(({ rate }) => rate))).toEqual(new Set(Object.keys(paymentRates())));
  expect(rows.filter(({ verdict }) => verdict.kind === "notDeclared" || verdict.kind === "unknown" || verdict.kind === "beyond")).toEqual(
    [],
  );
  expect(rows.filter(({ needed, verdict }) => needed === undefined && verdict.kind !== "notUsed")).toEqual([]);
});

test("Sweden's and the United Kingdom's peaks speak up for KMS, and the latter's for Payment Cryptography, with the figure to ask for", () => {
  const kms = '"Cryptographic operations (symmetric) request rate"';
  expect(warnedOf(sweden())).toContainEqual([
    "capacity.perPayment.kmsCalls",
    `The whole peak on one site needs 80000 requests a second of ${kms}, and there are 10000 in eu-north-1 and 20000 in eu-central-1.`,
  ]);
  const uk = declared("united-kingdom.yaml");
  expect(warnedOf(uk)).toContainEqual([
    "capacity.perPayment.kmsCalls",
    `The whole peak on one site needs 80000 requests a second of ${kms}, and there are 20000 in eu-west-2.`,
  ]);
  expect(warnedOf(uk)).toContainEqual([
    "capacity.perPayment.pinCalls",
    'The whole peak on one site needs 12000 requests a second of "Combined rate of data plane requests (symmetric)", and there are 500 in eu-west-2 and in eu-west-1.',
  ]);
  expect(builtFindings.warnings(uk).map(({ mend }) => mend)).toContain(
    "Run `aws service-quotas request-service-quota-increase --service-code payment-cryptography --quota-code L-B90266F0 " +
      "--desired-value 12000` in eu-west-2 and in eu-west-1. Then write the value granted as `pinCalls` in `capacity.raisedRates`.",
  );
});

test("a rate that was raised is silent, and one that the peak has outgrown since is a fault where the file says that it was raised", () => {
  const raisedTo = (kmsCalls: number): Deployment => ({ ...sweden(), capacity: { ...sweden().capacity, raisedRates: { kmsCalls } } });
  expect(warnedOf(raisedTo(80_000)).filter(([path]) => path?.includes("kms"))).toEqual([]);
  expect(faultedOf(raisedTo(80_000))).toEqual([]);
  expect(faultedOf(raisedTo(60_000)).map(([path]) => path)).toEqual(["capacity.raisedRates.kmsCalls"]);
});

test("what is not declared is told once for each part, with the rates that nobody can then reckon, and no figure is invented", () => {
  const { perPayment: _perPayment, perTask: _perTask, ...capacity } = sweden().capacity;
  const silent = { ...sweden(), capacity };
  expect(warnedOf(silent).map(([path]) => path)).toEqual(["capacity", "capacity"]);
  expect(warnedOf(silent).join("\n")).toContain('whether the peak fits "UDP Queries per second per IP address in an inbound endpoint');
  expect(rowsOf(silent, "kmsCalls")).toEqual([
    ["a", undefined, 10_000, "notDeclared"],
    ["b", undefined, 20_000, "notDeclared"],
  ]);
});

test("what a zone takes is reckoned over the zones that are left of one site", () => {
  // Three zones, of which two are left; two, of which one is.
  expect(rowsOf(using(sweden(), { nameQueries: 0.05 }), "trackedResolverQueries")).toEqual([["ab", 1000, 1500, "fits"]]);
  expect(rowsOf(using(southKorea(), { nameQueries: 0.05 }), "trackedResolverQueries")).toEqual([["ab", 2000, 1500, "beyond"]]);
  expect(rowsOf(using(southKorea(), { firewallBytes: 20_000 }), "firewallBandwidth")).toEqual([["ab", 86.4, 100, "fits"]]);
});

test("a rate that AWS raises for nobody is a fault at the figure that makes it, with what can be done", () => {
  expect(faultedOf(using(sweden(), { secretReads: 0.5, kmsCalls: 0 }))).toEqual([
    [
      "capacity.perPayment.secretReads",
      'The whole peak on one site needs 20000 requests a second of "Rate of GetSecretValue API requests", and there are 10000.',
      "Use less of it for a payment, or divide the peak among deployments in accounts of their own.",
    ],
  ]);
  expect(faultedOf(using(sweden(), { ownPacketsPerSecond: 2000 })).map(([path]) => path)).toEqual(["capacity.perTask.ownPacketsPerSecond"]);
});

test("each secret that is read costs a call of KMS as well", () => {
  expect(rowsOf(using(sweden(), { kmsCalls: 1, secretReads: 0.1 }), "kmsCalls").map(([, needed]) => needed)).toEqual([44_000, 44_000]);
});

test("in one Region both sites' tasks share a ledger cluster and the account's writes, and payments are no more than the peak", () => {
  expect(rowsOf(southKorea(), "ledgerConnections")).toEqual([["ab", 8000, 10_000, "fits"]]);
  expect(rowsOf(southKorea(), "kmsCalls")).toEqual([["ab", 80_000, 10_000, "ask"]]);
});

test("pools that stand in for a lost zone's wait beyond the burst, and pools that never stop replacing connections are a fault", () => {
  expect(rowsOf(using(sweden(), { ledgerConnections: 25 }), "newLedgerConnections")).toEqual([["ab", 1, 100, "fits"]]);
  // Forty tasks of a zone; 3000 of their connections are beyond the burst of 1000.
  expect(rowsOf(using(sweden(), { ledgerConnections: 100 }), "newLedgerConnections")).toEqual([["ab", 3000, 100, "takes"]]);
  expect(faultedOf(using(sweden(), { ledgerConnections: 4000 })).map(([path]) => path)).toEqual(["capacity.perTask.ledgerConnections"]);
});

test("Aurora has no rates of DSQL's, and nobody asks Payment Cryptography whose HSMs are the bank's own", () => {
  const hongKong = declared("hong-kong.yaml");
  for (const rate of ["ledgerConnections", "newLedgerConnections", "pinCalls"] as const) {
    expect(new Set(rowsOf(hongKong, rate).map(([, , , verdict]) => verdict))).toEqual(new Set(["notUsed"]));
  }
});
