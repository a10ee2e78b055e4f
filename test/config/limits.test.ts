import { edited, faultsOf, told } from "./faults/faulty-sweden";

const many = (length: number, entry: (index: number) => string): string => Array.from({ length }, (_, index) => entry(index)).join("");
const clearingFlow = (index: number): string =>
  `  - { name: extra-${index}, from: paymentService, to: clearing, protocol: tcp, port: ${9000 + index}, purpose: One more of many flows }\n`;

describe("a limit of AWS or of ours", () => {
  test("200 advertised prefixes pass and 201 are told once, at their list", () => {
    const advertising = (length: number): string =>
      edited(["advertisedPrefixes: [10.16.0.0/16]", `advertisedPrefixes: [${many(length, (index) => `10.16.${index}.0/24, `)}]`]);
    expect(told(advertising(200))).toEqual([]);
    expect(told(advertising(201))).toEqual([
      ["sites.a.advertisedPrefixes", "[10.16.0.0/24", "201 entries is too many.", "Write it like `[10.16.0.0/16]`, with your own value."],
    ]);
  });

  test("60 flows pass and 61 are told once, at their list", () => {
    const flowing = (length: number): string => edited(["\nflows:\n", `\nflows:\n${many(length - 16, clearingFlow)}`]);
    expect(told(flowing(60))).toEqual([]);
    expect(told(flowing(61)).map(([path, , what]) => [path, what])).toEqual([["flows", "61 entries is too many."]]);
  });

  test("61 parties are told once, at their group", () => {
    const parties = many(58, (index) => `  bank${index}: { reachedOver: directConnect, prefixes: [10.100.${index}.0/24] }\n`);
    const faults = told(edited(["  clearing:\n", `${parties}  clearing:\n`]));
    expect(faults.map(([path, , what]) => [path, what])).toEqual([
      ["parties", "A group of 61 keys does not have the form that is needed here."],
    ]);
  });

  test.each([
    ["/16", "10.16.0.0/16", "10.16.0.0/16"],
    ["/22", "10.16.0.0/22", "10.16.1.0/24"],
    ["RFC 6598's shared range", "100.64.0.0/16", "100.64.0.0/16"],
  ])("an address space of %s passes", (_, space, advertised) => {
    const text = edited(["addressSpace: 10.16.0.0/16", `addressSpace: ${space}`], ["[10.16.0.0/16]", `[${advertised}]`]);
    expect(told(text)).toEqual([]);
  });

  test.each(["5.100.0", "5.100.1", "6.25.0", "6.99.9"])("provider %s passes", (version) => {
    expect(told(edited(["awsProvider: 5.100.0", `awsProvider: ${version}`]))).toEqual([]);
  });

  test("a partner on the internet with public addresses passes", () => {
    const partner = "    reachedOver: internet\n    prefixes: [198.51.100.0/24]";
    expect(told(edited(["    reachedOver: directConnect\n    prefixes: [10.210.0.0/24]", partner]))).toEqual([]);
  });

  test("Payment Cryptography passes where both Regions offer it and a flow calls it", () => {
    const text = edited(
      ["\npinHsm: onPremises", "\npinHsm: paymentCryptography"],
      ["  pinHsm:\n    reachedOver", "  switch:\n    reachedOver"],
      ["    to: pinHsm\n", "    to: switch\n"],
      ["monitoring, s3,", "monitoring, payment-cryptography, s3,"],
      ["region: eu-north-1", "region: eu-west-2"],
      ["zones: [eun1-az1, eun1-az2, eun1-az3]", "zones: [euw2-az1, euw2-az2, euw2-az3]"],
    );
    expect(told(text)).toEqual([]);
  });

  test("all faults of a file are told at once, in the order of its lines", () => {
    const faults = faultsOf(
      edited(
        ["name: sweden", "name: Sweden"],
        ['"111122223333"', "011122223333"],
        ["[euc1-az1, euc1-az2, euc1-az3]", "[euc1-az1, euc1-az2, eun1-az3]"],
        ["port: 2500", "port: -1"],
        ["logRetentionDays: 400", "logRetentionDays: 1"],
      ),
    );
    expect(faults.map(({ path }) => path)).toEqual(["name", "accounts.payments", "sites.b.zones[2]", "flows[12].port", "logRetentionDays"]);
    expect(faults.map(({ line }) => line)).toEqual(faults.map(({ line }) => line).toSorted((a, b) => a - b));
  });

  test("what is allowed names the known keys, the bounds and the words", () => {
    const allowed = (...edit: readonly [string, string]): string => faultsOf(edited(edit))[0]?.allowed ?? "";
    expect(allowed("cardData: pan", "cardData: pan\nvpc: 1")).toContain("name, owner, costCentre, accounts");
    expect(allowed("port: 2500", "port: 0")).toBe("A whole number from 1 to 65535. The port at the flow's end.");
    expect(allowed("privateLineSeconds: 5", "privateLineSeconds: 0")).toContain("A number above 0, up to 86400.");
    expect(allowed("transitGatewayAsn: 64512", "transitGatewayAsn: 1")).toContain("from 64512 to 65534, or from 4200000000 to 4294967294.");
    expect(allowed("logRetentionDays: 400", "logRetentionDays: 1")).toContain("One of: 365, 400, 545,");
    expect(allowed("monitoring, s3,", "monitoring, 7,")).toContain("One of: ecr, kms, logs,");
  });
});
