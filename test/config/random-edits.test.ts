import fc from "fast-check";
import { parse, stringify } from "yaml";
import type { Fault } from "../../config/fault";
import { faultsOf, swedenWithResidency as swedenText } from "./faulty-sweden";

/** Faults that a reader could not act on: that point out of the file, or leave something unsaid. */
function uselessFaults(text: string): readonly Fault[] {
  const lines = text.split("\n");
  return faultsOf(text).filter(({ line, column, path, what, allowed, mend }) => {
    const placed = line >= 1 && line <= lines.length && column >= 1 && column <= (lines[line - 1] ?? "").length + 1;
    const said = [path, what, allowed, mend];
    return !placed || said.some((words) => words.trim() === "") || /undefined|\[object|NaN/.test(said.join(" "));
  });
}

type Group = Record<string, unknown>;
type Change = (parent: Group, key: string, value: unknown) => void;

const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.constant<Change>((parent, key) => delete parent[key]),
  fc.constant<Change>((parent, key) => Object.assign(parent, { [`${key}x`]: parent[key] })),
  fc.constant<Change>((parent, key) => Object.assign(parent, { [key]: [parent[key], parent[key]] })),
  fc.jsonValue().map<Change>((value) => (parent, key) => Object.assign(parent, { [key]: value })),
  fc
    .constantFrom<unknown>(null, "", -1, 1e308, true, [], {}, "10.16.0.0/16", "eun1-az1", "0.0.0.0/0", "eu-west-1", "twin", "__proto__")
    .map<Change>((value) => (parent, key) => Object.assign(parent, { [key]: value })),
);

function isGroup(value: unknown): value is Group {
  return typeof value === "object" && value !== null;
}

/** Every group or list of a value, with each of its keys. */
function placesIn(value: unknown): readonly (readonly [Group, string])[] {
  return isGroup(value) ? Object.keys(value).flatMap((key) => [[value, key] as const, ...placesIn(value[key])]) : [];
}

/** Half of a surrogate pair is no character. */
const isScalar = (code: number): boolean => code < 0xd8_00 || code > 0xdf_ff;

const sample = JSON.stringify(parse(swedenText));

describe("the sample file, changed at random", () => {
  test("values that are removed, doubled or replaced lead to usable faults and never to an exception", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), changes), { minLength: 1, maxLength: 4 }), (edits) => {
        const deployment: unknown = JSON.parse(sample);
        for (const [nth, change] of edits) {
          const places = placesIn(deployment);
          const [parent, key] = places[nth % places.length] ?? [{}, ""];
          change(parent, key, parent[key]);
        }
        expect(uselessFaults(stringify(deployment))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test("text that is cut out, doubled or put in leads to usable faults and never to an exception", () => {
    const sign = fc.constantFrom(..."[]{}:,#&*!|>'\"%@`-? \t\n\\0<~=".split(""), "\u{feff}", "é", "---\n", "<<: ", "? ", "|\n");
    // fast-check's own unit for this lists a million characters first.
    const character = fc
      .integer({ min: 0, max: 0x10_ff_ff })
      .filter(isScalar)
      .map((code) => String.fromCodePoint(code));
    const piece = fc.oneof(
      fc.string({ unit: sign, maxLength: 6 }),
      fc.array(character, { maxLength: 6 }).map((signs) => signs.join("")),
    );
    fc.assert(
      fc.property(fc.nat(swedenText.length), fc.nat(40), piece, (start, length, put) => {
        const after = [start + length, Math.max(0, start - length)];
        const texts = after.map((end) => swedenText.slice(0, start) + put + swedenText.slice(end));
        expect(texts.flatMap(uselessFaults)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("bytes that are anything at all lead to faults and never to an exception", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(faultsOf(bytes).length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});
