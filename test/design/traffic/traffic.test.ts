import { cellHealth } from "../../../design/traffic/cell-health";
import { recordTree } from "../../../design/traffic/record-tree";
import { trafficDesign } from "../../../design/traffic/traffic";
import { dnsQuotas, slowestDnsRecoverySeconds } from "../../../facts/dns-failover";
import { sweden } from "../../sweden";

const withPeak = (peakPaymentsPerSecond: number) => ({ ...sweden(), capacity: { ...sweden().capacity, peakPaymentsPerSecond } });

test("the slowest recovery is three requests that run into their time-outs, and a look-up of the second before", () => {
  expect(slowestDnsRecoverySeconds()).toBe(3 * (10 + 6) + 60);
});

test("the sample's objective leaves more than what names need", () => {
  expect(sweden().objectives.recovery.internetSeconds).toBeGreaterThan(slowestDnsRecoverySeconds());
});

test("every name is one label below its zone, which certificates cover, but for those that no client uses", () => {
  for (const zone of ["public", "private"] as const) {
    const { service, cells, participants } = recordTree(sweden(), zone);
    const domain = zone === "public" ? "pay.bank.example" : "line.pay.bank.example";
    const clients = [
      service,
      ...cells.flatMap(({ name, sites }) => [name, ...sites.map(({ ownName }) => ownName)]),
      ...participants.map(({ name }) => name),
    ];
    for (const name of clients) expect(name).toMatch(new RegExp(`^[a-z0-9-]+\\.${domain}$`));
    for (const { steeredName } of cells.flatMap(({ sites }) => sites)) expect(steeredName).toMatch(/^answer\.cell-/);
  }
});

test("a participant of a cell that is not there stops the design", () => {
  expect(() => recordTree({ ...sweden(), participants: [{ name: "nordbank", cell: 2 }] }, "public")).toThrow(
    "participant nordbank is of cell 2, but there are 1 cells",
  );
});

test("without a flow that checkers may come by, there is no port to ask at", () => {
  const flows = sweden().flows.filter(({ listener }) => listener !== "health");
  expect(() => cellHealth({ ...sweden(), flows })).toThrow("deployment sweden has no flow with listener health, so no checker can ask");
});

test("it comes after all cells, both sites, the names and the topics that it tells", () => {
  expect(trafficDesign(withPeak(80_000)).after).toEqual([
    "guardrails-us-east-1",
    "guardrails-us-west-2",
    "names",
    "site-a",
    "site-b",
    "cell-01-a",
    "cell-01-b",
    "cell-02-a",
    "cell-02-b",
  ]);
});

test("its state is in the third Region, and the loss of both sites is declared", () => {
  const { backend, evidence } = trafficDesign(sweden());
  expect(backend).toMatchObject({ region: "eu-west-1", key: "sweden/traffic.tfstate" });
  expect(evidence.expectedCutSets.map(({ members }) => members)).toEqual([["site-a", "site-b"]]);
});

test("49 cells need no more health checks than AWS gives an account at first, and 50 do", () => {
  const checks = (cells: number) => {
    const { health, switches } = trafficDesign(withPeak(cells * 40_000));
    return health.length * 2 + switches.switches.length;
  };
  expect(checks(49)).toBeLessThanOrEqual(dnsQuotas.healthChecks);
  expect(checks(50)).toBeGreaterThan(dnsQuotas.healthChecks);
});

test("as many cells as a participant can name fit one name's answers", () => {
  expect(recordTree(withPeak(99 * 40_000), "public").cells.length).toBeLessThanOrEqual(dnsQuotas.answersPerName);
});
