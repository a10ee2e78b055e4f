import { type Edit, edited, swedenWithoutWarnings, type Told, warned } from "./faults/faulty-sweden";

/** The sample without warnings, changed. */
const changed = (...edits: readonly Edit[]): string =>
  edits.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`stands not once: ${from}`);
    return text.replace(from, () => to);
  }, swedenWithoutWarnings);

const MAP = "Ask the carrier for a map of the route with its ducts and building entries, and write them down.";
const KEY = `    macsecSecretArn: arn:aws:secretsmanager:ap-northeast-2:111122223333:secret:directconnect!prod/ap-northeast-2/directconnect/${"a1".repeat(32)}-AbCdEf\n`;

const cases: readonly { readonly title: string; readonly edits: readonly Edit[]; readonly warnings: readonly Told[] }[] = [
  { title: "a deployment of which all is known", edits: [], warnings: [] },
  {
    title: "a circuit of unknown route, whose ducts nobody then asks for,",
    edits: [
      [
        "route: north-ring\n      ducts: [duct-n-1, duct-n-2]\n      buildingEntry: north-entry",
        "route: unknown\n      ducts: []\n      buildingEntry: unknown",
      ],
    ],
    warnings: [["links[0].accessCircuit.route", "unknown", "Nobody knows which way the circuit of stockholm-1-eqsk1 takes.", MAP]],
  },
  {
    title: "a circuit of known route and unknown ducts and entry",
    edits: [["ducts: [duct-n-1, duct-n-2]\n      buildingEntry: north-entry", "ducts: []\n      buildingEntry: unknown"]],
    warnings: [
      ["links[0].accessCircuit.ducts", "[", "Nobody knows the ducts of stockholm-1-eqsk1.", MAP],
      ["links[0].accessCircuit.buildingEntry", "unknown", "Nobody knows where stockholm-1-eqsk1 enters its building.", MAP],
    ],
  },
  {
    title: "a circuit without an encryption statement",
    edits: [["endToEndEncryption: { by: tls }", "endToEndEncryption: { by: unknown }"]],
    warnings: [
      [
        "links[1].accessCircuit.endToEndEncryption",
        "{",
        "Nobody says what encrypts the circuit of stockholm-2-eqsk1 from end to end.",
        "Find out where the encryption starts and ends, and write what it is.",
      ],
    ],
  },
  {
    title: "a circuit that nobody has offered",
    edits: [
      [
        `
      quote:
        usdPerMonth: 14000
        leadTimeDays: { from: 5, to: 10 }
        roundTripMs: 3
        source: Trade article of October 2025, quotes to a Stockholm bank
        asOf: 2025-03`,
        "",
      ],
    ],
    warnings: [
      [
        "links[1].accessCircuit",
        "accessCircuit:",
        "No carrier has offered the circuit of stockholm-2-eqsk1 yet: its price, its delay and its lead time are unknown.",
        "Ask the carrier, and write down the offer.",
      ],
    ],
  },
  {
    title: "a circuit whose numbers are those of circuits elsewhere",
    edits: [
      [
        "usdPerMonth: 14000\n        leadTimeDays: { from: 5, to: 10 }\n",
        "usdPerMonth: 14000\n        standIn: { owner: platform }\n        leadTimeDays: { from: 5, to: 10 }\n",
      ],
    ],
    warnings: [
      [
        "links[1].accessCircuit.quote",
        "usdPerMonth:",
        "No carrier has offered the circuit of stockholm-2-eqsk1 yet: platform takes its numbers from elsewhere (Trade article of October 2025, quotes to a Stockholm bank, 2025-03).",
        "Ask the carrier, and write down the offer.",
      ],
    ],
  },
  {
    title: "a link that awaits its key",
    edits: [[KEY, ""]],
    warnings: [
      [
        "links[0].macsecSecretArn",
        "name:",
        "stockholm-1-eqsk1 awaits its MACsec key: it has a port and no session, and carries nothing.",
        "Follow docs/runbooks/macsec.md, then write the secret's ARN here.",
      ],
    ],
  },
];

const MEASURED = "{ kind: measured, source: Load test, asOf: 2026-11 }";
const capacityCases: typeof cases = [
  {
    title: "a cell whose capacity nobody measured",
    edits: [[`40000\n    basis: ${MEASURED}`, "40000\n    basis: { kind: assumed, owner: platform, asOf: 2026-10 }"]],
    warnings: [
      [
        "capacity.cell.basis",
        "{",
        "That a cell carries 40000 payments a second is assumed, by platform in 2026-10.",
        "Put a cell under load, then write what it carried and `basis: { kind: measured, source: ..., asOf: ... }`.",
      ],
    ],
  },
  {
    title: "a quota that nobody had raised",
    edits: [["    fargateVcpus: 640\n", ""]],
    warnings: [
      [
        "capacity.peakPaymentsPerSecond",
        "40000",
        'The peak needs 600 of AWS\'s quota "Fargate On-Demand vCPU resource count", and there are 6.',
        "Run `aws service-quotas request-service-quota-increase --service-code fargate --quota-code L-3032A538 --desired-value 600` in eu-north-1 and in eu-central-1. Then write the value granted as `fargateVcpus` in `capacity.raisedQuotas`.",
      ],
    ],
  },
  {
    title: "load balancers' capacity, of which nobody may reserve any at first",
    edits: [["    reservedCapacityUnits: 4800\n", ""]],
    warnings: [
      [
        "capacity.peakPaymentsPerSecond",
        "40000",
        'The peak needs 4800 of AWS\'s quota "Reserved Application Load Balancer capacity units", and there are 0.',
        "Run `aws service-quotas request-service-quota-increase --service-code elasticloadbalancing --quota-code L-8A66D0E6 --desired-value 4800` in eu-north-1 and in eu-central-1. Then write the value granted as `reservedCapacityUnits` in `capacity.raisedQuotas`.",
      ],
    ],
  },
  {
    title: "a peak that grew beyond a quota that nobody had raised",
    edits: [
      ["peakPaymentsPerSecond: 40000", "peakPaymentsPerSecond: 160000"],
      ["    paymentsPerSecond: 40000", "    paymentsPerSecond: 160000"],
      ["fargateVcpus: 640", "fargateVcpus: 2400"],
      ["reservedCapacityUnits: 4800", "reservedCapacityUnits: 19200"],
    ],
    warnings: [
      [
        "capacity.peakPaymentsPerSecond",
        "160000",
        'The peak needs 160000 of AWS\'s quota "Maximum number of requests per second per web ACL", and there are 100000.',
        "Ask for it in the Service Quotas console, under wafv2, in eu-north-1 and in eu-central-1. Then write the value granted as `requestsPerWebAcl` in `capacity.raisedQuotas`.",
      ],
      [
        "capacity.perTask.ledgerConnections",
        "{",
        'The whole peak on one site needs 12000 connections of "Maximum connections per cluster", and there are 10000 in eu-north-1 and in eu-central-1.',
        "Ask AWS Support for 12000 connections in eu-north-1 and in eu-central-1: Service Quotas does not raise it. Then write the value granted as `ledgerConnections` in `capacity.raisedRates`.",
      ],
    ],
  },
  {
    title: "a quota of the whole account, which is asked for in one Region,",
    edits: [
      ["peakPaymentsPerSecond: 40000", "peakPaymentsPerSecond: 50000"],
      ["    paymentsPerSecond: 40000", "    paymentsPerSecond: 1000"],
      [
        "    fargateVcpus: 640\n    reservedCapacityUnits: 4800",
        "    fargateVcpus: 2000\n    reservedCapacityUnits: 20000\n    applicationLoadBalancers: 100\n    networkLoadBalancers: 100\n    trustStores: 50\n    interfaceEndpoints: 60\n    networkInterfaces: 20000",
      ],
    ],
    warnings: [
      [
        "capacity.peakPaymentsPerSecond",
        "50000",
        "The peak takes 50 cells, and so 50 ledger clusters in eu-north-1 and in eu-central-1.",
        'Have "Maximum multi-Region clusters" of Aurora DSQL raised to 50 in eu-north-1 and in eu-central-1 by Service Quotas before the ledgers are made.',
      ],
      [
        "capacity.peakPaymentsPerSecond",
        "50000",
        'The peak needs 202 of AWS\'s quota "Health checks", and there are 200.',
        "Ask for it in the Service Quotas console, under route53, in us-east-1. Then write the value granted as `healthChecks` in `capacity.raisedQuotas`.",
      ],
    ],
  },
];

const lineCases: typeof cases = [
  {
    title: "traffic that nobody measured",
    edits: [[`gbps: 120\n    basis: ${MEASURED}`, "gbps: 120\n    basis: { kind: assumed, owner: network, asOf: 2026-10 }"]],
    warnings: [
      [
        "linkTraffic.other.basis",
        "{",
        "That the lines carry 120 Gbit/s besides payments is assumed, by network in 2026-10.",
        "Read it from the routers at the peak, then write it and `basis: { kind: measured, source: ..., asOf: ... }`.",
      ],
    ],
  },
  {
    title: "a peak that does not fit through what one loss leaves",
    edits: [
      ["gbps: 120", "gbps: 200"],
      ["firewallBytes: { count: 20000", "firewallBytes: { count: 0"],
      [
        "kmsCalls: 1000000",
        "kmsCalls: 1000000\n    networkAttachmentBandwidth: 200\n    lineAttachmentBandwidth: 200\n    networkAttachmentPackets: 10000000\n    lineAttachmentPackets: 10000000",
      ],
    ],
    warnings: [
      [
        "linkTraffic",
        "linkTraffic:",
        "Losing TLS10 leaves 200 Gbit/s of private lines, as 4 other losses do, and the peak is 203.2.",
        "See what could be ordered, and what it would do, with `npx twinsite show links --options`.",
      ],
    ],
  },
];

test.each([...cases, ...capacityCases, ...lineCases])("$title has these warnings and no others", ({ edits, warnings }) => {
  expect(warned(changed(...edits))).toEqual(warnings);
});

test("a location whose code nobody compared with AWS's spelling is told once, at its first link", () => {
  const codes = warned(edited()).filter(([path]) => path.endsWith("dxLocation"));
  expect(codes.map(([path, here]) => [path, here])).toEqual([
    ["links[0].dxLocation", "EQSK1"],
    ["links[2].dxLocation", "ITXS1"],
  ]);
});

test("two locations on one campus are told with their distance", () => {
  const text = swedenWithoutWarnings.replaceAll("TLS10", "CGM60").replaceAll("LGU57", "NTM62").replaceAll("ap-northeast-2", "ca-central-1");
  const near = warned(text).find(([, , what]) => what.includes(" km "));
  expect(near?.slice(0, 3)).toEqual(["links[2].dxLocation", "NTM62", "NTM62 is 0.8 km from CGM60."]);
});

test("a link without MACsec awaits no key", () => {
  const clear = changed(
    [KEY, ""],
    [`customerAsn: 65010\n    macsec: required\n    vlan: { a: 101`, `customerAsn: 65010\n    macsec: notUsed\n    vlan: { a: 101`],
  );
  expect(warned(clear)).toEqual([]);
});
