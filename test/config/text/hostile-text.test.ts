import { edited, faultsOf, swedenText, told } from "../faults/faulty-sweden";

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from(part))));

/** Place and words of the first fault, and how many there are. */
function first(text: string | Uint8Array): readonly [number, string, string] {
  const faults = faultsOf(text);
  const [fault] = faults;
  return [faults.length, `${fault?.line}:${fault?.column}`, fault?.what ?? "sound"];
}

const laughs = ["a0: &a0 [lol]", ...Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(10)}]`)].join("\n");

describe("text that is no deployment", () => {
  test.each<readonly [string, string | Uint8Array, number, string, string]>([
    ["an empty file", "", 1, "1:1", "The file is empty."],
    ["a file of blanks", " \n\t\n", 1, "1:1", "The file is empty."],
    ["a file of comments", "# nothing yet\n", 1, "1:1", "Nothing stands where a group of keys belongs."],
    ["a list", "- a\n- b\n", 1, "1:1", "A list of 2 stands where a group of keys belongs."],
    ["plain text", "hello\n", 1, "1:1", '"hello" stands where a group of keys belongs.'],
    ["a megabyte and a byte", "#".repeat(1_000_001), 1, "1:1", "The file has 1000001 bytes; it was not read."],
    ["bytes that are not UTF-8", bytes("name: sweden\nowner: pay", [0xff], "ments\n"), 1, "2:11", "Here are bytes that are not UTF-8."],
    ["UTF-16", Buffer.from(swedenText, "utf16le"), 1, "1:2", "Here is the control character U+0000."],
    ["a control character", "name: sweden\nowner: \u001b[31mred\n", 1, "2:8", "Here is the control character U+001B."],
    ["a tab for indentation", "sites:\n\ta: 1\n", 1, "2:1", "Broken YAML: Tabs are not allowed as indentation."],
    ["a quote that is not closed", 'name: "sweden\n', 1, "2:1", 'Broken YAML: Missing closing "quote.'],
    [
      "a bracket that is not closed",
      "zones: [a, b\n",
      1,
      "2:1",
      "Broken YAML: Flow sequence in block collection must be sufficiently indented and end with a ].",
    ],
    ["a colon too many", "name: a: b\n", 1, "1:7", "Broken YAML: Nested mappings are not allowed in compact mappings."],
    ["a key that is a list", "[a, b]: c\n", 1, "1:1", "Broken YAML: A list or a group stands as a key."],
    ["a template that was not filled in", "name: {{ name }}\n", 1, "1:8", "Broken YAML: A list or a group stands as a key."],
    ["two documents", "name: a\n---\nname: b\n", 1, "2:1", "A second YAML document starts here."],
    ["a tag", "name: !!python/object a\n", 1, "1:7", "!!python/object is a YAML tag."],
    ["a directive", "%YAML 1.1\n---\nname: no\n", 1, "1:1", "%YAML 1.1 is a YAML directive."],
    [
      "a per cent sign before a value",
      "name: %sweden\n",
      1,
      "1:7",
      "Broken YAML: Plain value cannot start with directive indicator character %.",
    ],
    ["an anchor and its alias", "a: &x 1\nb: *x\n", 2, "1:4", "&x is a YAML anchor."],
    ["aliases that multiply to 10^30 values", laughs, 50, "1:5", "&a0 is a YAML anchor."],
    ["merge keys that multiply", "a: &a {b: 1}\nc: {<<: [*a, *a, *a]}\n", 4, "1:4", "&a is a YAML anchor."],
    [
      "brackets nested a hundred thousand deep",
      "[".repeat(100_000),
      1,
      "1:32",
      "Lists and groups are nested too deep here; the rest was not read.",
    ],
    [
      "lists nested a hundred thousand deep",
      "- ".repeat(100_000),
      1,
      "1:63",
      "Lists and groups are nested too deep here; the rest was not read.",
    ],
    [
      "groups nested a thousand deep",
      Array.from({ length: 1000 }, (_, i) => `${" ".repeat(i)}a:`).join("\n"),
      1,
      "32:32",
      "Lists and groups are nested too deep here; the rest was not read.",
    ],
    [
      "a hundred thousand keys",
      Array.from({ length: 100_000 }, (_, i) => `k${i}: 1`).join("\n"),
      1,
      "28572:7",
      "Here the file has more than 200000 words and signs; the rest was not read.",
    ],
  ])("%s is told and read no further", (_, text, count, place, what) => {
    expect(first(text)).toEqual([count, place, what]);
  });

  test("a byte order mark and Windows line ends change nothing", () => {
    expect(faultsOf(`\u{feff}${swedenText}`)).toEqual([]);
    expect(faultsOf(swedenText.replaceAll("\n", "\r\n"))).toEqual([]);
    const [fault] = faultsOf(edited(["port: 2500", "port: 0"]).replaceAll("\n", "\r\n"));
    expect(fault).toMatchObject({ path: "flows[12].port", line: swedenText.slice(0, swedenText.indexOf("port: 2500")).split("\n").length });
  });

  test("nothing of a hostile value reaches a fault as a control or direction sign", () => {
    const faults = faultsOf('"\\e[2Jkey": 1\nname: "a\\u202eb\\u2028c"\nowner: "\\uD800"\n"\\u0007": {"\\e": 1}\n');
    expect(faults.length).toBeGreaterThan(4);
    expect(
      faults.flatMap(({ path, what, allowed, mend }) => [path, what, allowed, mend]).filter((text) => /[\p{C}\p{Zl}\p{Zp}]/u.test(text)),
    ).toEqual([]);
  });

  test("a value of a megabyte is quoted by its beginning", () => {
    const [fault] = told(edited(["\nowner: payments-platform", `\nowner: ${"x".repeat(900_000)}`]));
    expect(fault?.[2]).toBe(`"${"x".repeat(60)}…" does not have the form that is needed here.`);
  });

  test("keys named after what objects inherit are unknown keys and unknown parties, no more", () => {
    const text = edited(
      ["cardData: pan", "cardData: pan\nconstructor: 1\ntoString: 2"],
      ["from: internetFront\n", "from: hasOwnProperty\n"],
    );
    expect(told(text).map(([path]) => path)).toEqual(["flows[0]", "flows[3].from", "constructor", "toString"]);
    expect(Object.prototype).not.toHaveProperty("kind");
  });
});
