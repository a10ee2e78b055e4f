import fc from "fast-check";
import { headerPorts, portsText } from "../../../../analysis/flows/terms/port-range";
import { addressesText, EVERYWHERE, globalParts, prefixOf } from "../../../../analysis/flows/terms/prefix";

describe("prefixes", () => {
  test.each([
    ["10.16.0.0/16", { first: 0x0a_10_00_00, last: 0x0a_10_ff_ff }],
    ["0.0.0.0/0", EVERYWHERE],
    ["192.0.2.7/32", { first: 0xc0_00_02_07, last: 0xc0_00_02_07 }],
  ])("%s is read", (text, interval) => {
    expect(prefixOf(text)).toEqual(interval);
    expect(addressesText(interval)).toBe(text);
  });

  test.each(["10.16.0.0", "${aws_vpc.net.cidr_block}", "10.16.0.0/33", "::/0", ""])("%j is none", (text) => {
    expect(prefixOf(text)).toBeUndefined();
  });

  test("every range of addresses has a text, a prefix where it is one", () => {
    expect(addressesText({ first: 1, last: 4 })).toBe("0.0.0.1-0.0.0.4");
    const address = fc.nat(0xff_ff_ff_ff);
    fc.assert(
      fc.property(fc.nat(32), address, (mask, number) => {
        const size = 2 ** (32 - mask);
        const first = Math.floor(number / size) * size;
        expect(prefixOf(addressesText({ first, last: first + size - 1 }))).toEqual({ first, last: first + size - 1 });
      }),
    );
  });

  test("what the internet routes has no private address in it", () => {
    const parts = globalParts(EVERYWHERE).map(addressesText);
    expect(parts[0]).toBe("1.0.0.0-9.255.255.255");
    expect(globalParts({ first: 0x0a_00_00_00, last: 0x0a_ff_ff_ff })).toEqual([]);
  });
});

test.each([
  ["443", "443"],
  ["1990:1994", "1990-1994"],
  ["[1024:65535]", "1024-65535"],
  ["ANY", "any port"],
])("a firewall header's ports %s are %s", (text, ports) => {
  const read = headerPorts(text);
  expect(read && portsText(read)).toBe(ports);
});

test.each(["!443", "[80,443]", "$PORTS", ""])("a firewall header's ports %j are not read", (text) => {
  expect(headerPorts(text)).toBeUndefined();
});
