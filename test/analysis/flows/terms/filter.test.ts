import fc from "fast-check";
import { type Rule, sift } from "../../../../analysis/flows/terms/filter";
import type { Interval } from "../../../../analysis/flows/terms/interval";
import { everyProtocol, type Traffic } from "../../../../analysis/flows/terms/traffic";

const interval = (most: number): fc.Arbitrary<Interval> =>
  fc.tuple(fc.nat(most), fc.nat(most)).map(([one, other]) => ({ first: Math.min(one, other), last: Math.max(one, other) }));
const box = { source: interval(9), destination: interval(9), ports: interval(9) };
const traffic: fc.Arbitrary<Traffic> = fc.record({ protocol: fc.constantFrom("tcp" as const, "udp" as const), ...box });
const rule: fc.Arbitrary<Rule> = fc.record({
  id: fc.constantFrom("one", "two", "three"),
  action: fc.constantFrom("pass" as const, "stop" as const, "unreadable" as const),
  protocols: fc.subarray([...everyProtocol]),
  ...box,
});
const packet = fc.record({ source: fc.nat(9), destination: fc.nat(9), port: fc.nat(9) });
type Packet = { readonly source: number; readonly destination: number; readonly port: number };

const within = ({ first, last }: Interval, value: number): boolean => first <= value && value <= last;
const holds = (whole: Omit<Traffic, "protocol">, { source, destination, port }: Packet): boolean =>
  within(whole.source, source) && within(whole.destination, destination) && within(whole.ports, port);

describe("a list of rules", () => {
  test("decides on every single packet as the first rule that fits it", () => {
    fc.assert(
      fc.property(traffic, fc.array(rule, { maxLength: 6 }), packet, (sent, rules, one) => {
        fc.pre(holds(sent, one));
        const first = rules.find((candidate) => candidate.protocols.includes(sent.protocol) && holds(candidate, one));
        const { passed, stopped, unread } = sift([sent], rules);
        const places = [passed, stopped, unread].map((parts) => parts.filter((part) => holds(part, one)).length);
        const expected = { pass: [1, 0, 0], stop: [0, 1, 0], unreadable: [0, 0, 1] }[first?.action ?? "stop"];
        expect(places).toEqual(expected);
      }),
    );
  });

  test("never lets out what was not sent", () => {
    fc.assert(
      fc.property(traffic, fc.array(rule, { maxLength: 6 }), packet, (sent, rules, one) => {
        fc.pre(!holds(sent, one));
        const { passed, stopped, unread } = sift([sent], rules);
        expect([...passed, ...stopped, ...unread].filter((part) => holds(part, one))).toEqual([]);
      }),
    );
  });

  test("stops all where it is empty, and names the rules by which something passed", () => {
    const sent: Traffic = {
      protocol: "tcp",
      source: { first: 0, last: 9 },
      destination: { first: 0, last: 9 },
      ports: { first: 443, last: 443 },
    };
    expect(sift([sent], [])).toEqual({ passed: [], stopped: [sent], unread: [], rules: [] });
    const pass: Rule = { ...sent, id: "one", action: "pass", protocols: ["tcp"] };
    expect(sift([sent], [{ ...pass, protocols: ["udp"], id: "two" }, pass, { ...pass, id: "three" }]).rules).toEqual([
      { id: "one", traffic: sent },
    ]);
  });
});
