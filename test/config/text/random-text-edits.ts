import fc from "fast-check";

/** A change of a file's text, as editors, merges and transfers spoil it. */
export type TextEdit = (text: string) => string;

/** Signs that mean something in YAML, and some that mean nothing to it. */
const sign = fc.constantFrom(..."[]{}:,#&*!|>'\"%@`-? \t\n\\0<~=".split(""), "\u{feff}", "é", "---\n", "<<: ", "? ", "|\n", "\r\n");
/** Half of a surrogate pair is no character. */
const isScalar = (code: number): boolean => code < 0xd8_00 || code > 0xdf_ff;
// fast-check's own unit for this lists a million characters first.
const character = fc
  .integer({ min: 0, max: 0x10_ff_ff })
  .filter(isScalar)
  .map((code) => String.fromCodePoint(code));
const piece = fc.oneof(
  fc.string({ unit: sign, maxLength: 6 }),
  fc.array(character, { maxLength: 6 }).map((signs) => signs.join("")),
);

/** Some text put in, in the place of what stands there, or doubling it. */
const putIn: fc.Arbitrary<TextEdit> = fc.tuple(fc.nat(), fc.nat(40), piece, fc.boolean()).map(([place, length, put, doubles]) => {
  return (text) => {
    const start = place % (text.length + 1);
    return text.slice(0, start) + put + text.slice(doubles ? Math.max(0, start - length) : start + length);
  };
});

type LineEdit = (lines: readonly string[], from: number, to: number) => readonly string[];

const lineEdits: fc.Arbitrary<TextEdit> = fc
  .tuple(
    fc.nat(),
    fc.nat(12),
    fc.constantFrom<LineEdit>(
      // A merge that took both sides: keys that stand twice.
      (lines, from, to) => [...lines.slice(0, to), ...lines.slice(from)],
      (lines, from, to) => [...lines.slice(0, from), ...lines.slice(to)],
      (lines, from, to) => [...lines.slice(0, from), ...lines.slice(from, to).map((line) => `  ${line}`), ...lines.slice(to)],
      (lines, from, to) => [
        ...lines.slice(0, from),
        ...lines.slice(from, to).map((line) => line.replace(/^ {1,2}/, "")),
        ...lines.slice(to),
      ],
      (lines, from, to) => [...lines.slice(0, from), "<<<<<<< ours", ...lines.slice(from, to), "=======", ...lines.slice(from)],
      (lines, from) => lines.slice(0, from),
      (lines, from, to) => [...lines.slice(from, to), ...lines.slice(0, from), ...lines.slice(to)],
    ),
  )
  .map(([place, length, edit]) => {
    return (text) => {
      const lines = text.split("\n");
      const from = place % lines.length;
      return edit(lines, from, from + length).join("\n");
    };
  });

/** One or two edits, one after the other. */
export const randomTextEdits: fc.Arbitrary<TextEdit> = fc
  .array(fc.oneof(putIn, lineEdits), { minLength: 1, maxLength: 2 })
  .map((edits) => (text) => edits.reduce((edited, edit) => edit(edited), text));
