import { type ModelReading, readOpenPsa } from "../../fault-trees/open-psa/read-open-psa";

const EVENTS = [
  '<define-basic-event name="a"><float value="0.1"/></define-basic-event>',
  '<define-basic-event name="b"><float value="0.2"/></define-basic-event>',
].join("\n");

/** The formula begins in line 3, column 1, and what else is defined in the line after it. */
function model(formula: string, definitions = EVENTS): string {
  return `<opsa-mef><define-fault-tree name="t">\n<define-gate name="g">\n${formula}\n</define-gate>\n${definitions}\n</define-fault-tree></opsa-mef>`;
}

const SOUND = model('<or><event name="a"/><event name="b"/></or>');

/** An event's number; what is reckoned begins in line 5, column 31. */
function withNumber(number: string, more = ""): string {
  return model('<event name="a"/>', `<define-basic-event name="a">${number}</define-basic-event>\n${more}`);
}

const MEMBERS = '<members><basic-event name="a"/><basic-event name="b"/></members>';
const SHARED = '<distribution><float value="0.1"/></distribution>';
const FACTOR = '<factor level="2"><float value="0.5"/></factor>';

/** The group begins in line 5, column 1. */
function withGroup(content: string, attributes = 'name="c" model="beta-factor"'): string {
  return model('<or><event name="a"/><event name="b"/></or>', `<define-CCF-group ${attributes}>${content}</define-CCF-group>\n${EVENTS}`);
}

function read(text: string | Uint8Array, top?: string): ModelReading {
  return readOpenPsa(typeof text === "string" ? Buffer.from(text) : text, top);
}

/** Each as `line:column path: what`. */
function faultsOf(text: string | Uint8Array, top?: string): readonly string[] {
  const reading = read(text, top);
  return reading.kind === "sound" ? [] : reading.faults.map(({ line, column, path, what }) => `${line}:${column} ${path}: ${what}`);
}

function probabilityOfA(text: string): number | undefined {
  const reading = read(text);
  return reading.kind === "sound" ? reading.tree.probabilities.get("a") : undefined;
}

const notBegun = "1:1 (file): This is not XML: it does not begin with <.";
const notUtf8 = "Here are bytes that are not UTF-8, or the character U+FFFD that was put in their place.";
const utf16 = "1:1 (file): The file is not UTF-8; it looks like UTF-16.";
const ownEntities = "(file): The document type declares entities or elements of its own; the rest was not read.";

describe("a file that is not the text of a model is one fault", () => {
  test.each<[string, string | Uint8Array, string]>([
    ["empty", "", "1:1 (file): The file is empty."],
    ["white space", " \r\n\t\n", "1:1 (file): The file is empty."],
    ["JSON", '{ "a": 1 }', notBegun],
    ["gzip", Buffer.from([0x1f, 0x8b, 8, 0, 0xff]), notBegun],
    ["UTF-16 with a mark", Buffer.from(`\u{feff}${SOUND}`, "utf16le"), utf16],
    ["UTF-16, the other way round", Buffer.from(`\u{feff}${SOUND}`, "utf16le").swap16(), utf16],
    ["UTF-16 without a mark", Buffer.from(SOUND, "utf16le"), utf16],
    ["Latin-1", Buffer.from(SOUND.replace('"t"', '"Kühlung"'), "latin1"), `1:37 (file): ${notUtf8}`],
    [
      "said to be Latin-1, and not ASCII",
      `<?xml version="1.0" encoding="ISO-8859-1"?>${SOUND.replace('"t"', '"ü"')}`,
      "1:1 (file): The file says that it is written in ISO-8859-1.",
    ],
    ["said to be UTF-16", `<?xml version="1.0" encoding="UTF-16"?>${SOUND}`, "1:1 (file): The file says that it is written in UTF-16."],
    ["NUL", SOUND.replace('"t"', '"\0"'), "1:36 (file): This is not XML: disallowed character."],
    ["never closed", '<opsa-mef>\n <define-fault-tree name="t">\n', "2:2 (file): <define-fault-tree> is never closed."],
    ["closed wrongly", "<opsa-mef>\n<a>\n</b></a></opsa-mef>", "3:1 (file): </b> stands where <a> is open; the rest was not read."],
    ["closed twice", "<opsa-mef/>\n</opsa-mef>", "2:1 (file): </opsa-mef> closes nothing."],
    ["two roots", `${SOUND}\n<opsa-mef/>`, "8:10 (file): This is not XML: documents may contain only one root."],
    ["text after the root", `${SOUND}\n;`, "8:2 (file): This is not XML: text data outside of root node."],
    [
      "unquoted attribute",
      "<opsa-mef>\n<define-gate name=g></define-gate></opsa-mef>",
      "2:19 (file): This is not XML: unquoted attribute value.",
    ],
    ["attribute twice", '<opsa-mef\na="1" a="2"/>', "2:13 (file): This is not XML: duplicate attribute: a."],
    ["undeclared entity", '<opsa-mef>\n<a name="&nbsp;"/></opsa-mef>', "2:15 (file): This is not XML: undefined entity."],
    ["comment with --", "<opsa-mef><!-- a -- b --></opsa-mef>", "1:20 (file): This is not XML: malformed comment."],
    [
      "declaration in line 2",
      `\n<?xml version="1.0"?>${SOUND}`,
      "2:6 (file): This is not XML: an XML declaration must be at the start of the document.",
    ],
    ["entities that grow", `\n<!DOCTYPE r [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>${model('<event name="&b;"/>')}`, `2:1 ${ownEntities}`],
    ["entity from a file", `<!-- <!DOCTYPE --><!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]>${SOUND}`, `1:19 ${ownEntities}`],
    ["parameter entity", `<!DOCTYPE r [<!ENTITY % a SYSTEM "http://127.0.0.1:9/a"> %a;]>${SOUND}`, `1:1 ${ownEntities}`],
    [
      "100,000 nested formulas",
      model(`${"<not>".repeat(100_000)}<event name="a"/>${"</not>".repeat(100_000)}`),
      "3:986 (file): Elements are nested more than 200 deep here; the rest was not read.",
    ],
    ["another root", "<!DOCTYPE html>\n<html/>", "2:1 html: The outermost element is <html>."],
    ["a prefix", SOUND.replaceAll("opsa-mef", "o:opsa-mef"), "1:1 o:opsa-mef: The outermost element is <o:opsa-mef>."],
  ])("%s", (_, text, fault) => expect(faultsOf(text)).toEqual([fault]));
});

test.each([
  ["a byte order mark", `\u{feff}${SOUND}`],
  ["CRLF", SOUND.replaceAll("\n", "\r\n")],
  [
    "comments, processing instructions and a namespace",
    `<?xml version="1.0"?><?p i?>${SOUND.replace("opsa-mef>", 'opsa-mef xmlns="urn:x"><!-- <a> & -->')}`,
  ],
  [
    "a document type that declares nothing and lies where nobody can fetch it",
    `<!DOCTYPE opsa-mef SYSTEM "http://127.0.0.1:9/x.dtd">${SOUND}`,
  ],
  ["Latin-1 in name, ASCII in fact", `<?xml version="1.0" encoding="iso-8859-1"?>${SOUND}`],
  ["text in labels", SOUND.replace('name="g">', 'name="g"><label>a or b</label>')],
])("%s changes nothing", (_, text) => {
  expect(read(text)).toEqual(read(SOUND));
});

describe("what a model may not say is a fault at its element", () => {
  test.each<[string, readonly string[]]>([
    [model("<or>a<event name='a'/></or>"), ["3:1 or: It holds text: a"]],
    [model("<or><![CDATA[a]]><event name='a'/></or>"), ["3:1 or: It holds text: a"]],
    [model(""), ["2:1 define-gate g: The gate holds no formula."]],
    [model('<event name="a"/><event name="b"/>'), ["2:1 define-gate g: The gate holds 2 formulas."]],
    [model('<toString name="a"/>'), ["3:1 toString a: <toString> is not a formula."]],
    [model("<or/>"), ["3:1 or: <or> holds no formulas."]],
    [model('<not><event name="a"/><event name="b"/></not>'), ["3:1 not: <not> holds 2 formulas."]],
    [model('<xor><event name="a"/></xor>'), ["3:1 xor: <xor> holds 1 formula."]],
    [model('<atleast><event name="a"/></atleast>'), ["3:1 atleast: min is missing."]],
    [model('<atleast min="0"><event name="a"/></atleast>'), ['3:1 atleast: min is "0".']],
    [model('<atleast min="-1"><event name="a"/></atleast>'), ['3:1 atleast: min is "-1".']],
    [model('<atleast min="2"><event name="a"/></atleast>'), ['3:1 atleast: min is "2".']],
    [model('<cardinality min="1" max="0"><event name="a"/></cardinality>'), ['3:1 cardinality: max is "0".']],
    [model('<event name="a"><event name="b"/></event>'), ["3:1 event a: <event> holds others."]],
    [model('<constant value="1"/>'), ["3:1 constant: The constant's value is 1."]],
    [model('<or>\n  <event name="A1"/>\n\t<event/></or>'), ["4:3 event A1: There is no event A1.", "5:2 event: This event has no name."]],
    [model('<gate name="a"/>'), ["3:1 gate a: a is a basic-event, and no gate."]],
    [model('<event name="g" type="basic-event"/>'), ["3:1 event g: g is a gate, and no basic-event."]],
    [model('<event name="__proto__"/>'), ["3:1 event __proto__: There is no event __proto__."]],
    [model('<gate name="g"/>'), ["2:1 define-gate g: The gate leads back to itself: g > g."]],
    [
      model('<event name="a"/>', `${EVENTS}\n${EVENTS.replace('"a"', '"c"')}`),
      ["8:1 define-basic-event b: b is defined a second time, earlier by <define-basic-event>."],
    ],
    [
      model('<event name="a"/>', '<define-gate name=" "/>\n<constructor/>'),
      [
        "5:1 define-gate  : This <define-gate> has no name.",
        "6:1 constructor: <constructor> is not read here, and the answer might be another with it.",
        "3:1 event a: There is no event a.",
      ].toSorted(),
    ],
    [
      SOUND.replace('name="t"', 'name="t" role="private"'),
      ["1:11 define-fault-tree t: Its names are private, so others may have the same."],
    ],
    [
      model(
        '<house-event name="h"/>',
        '<define-house-event name="h"><constant value="yes"/></define-house-event>\n<define-house-event name="i"/>',
      ),
      ["5:1 define-house-event h: The constant's value is yes.", "6:1 define-house-event i: It does not say whether it holds."],
    ],
  ])("%#", (text, faults) => expect(faultsOf(text)).toEqual(faults));
});

test.each([
  ["-0.1", "The probability is -0.1."],
  ["1.5", "The probability is 1.5."],
  ["NaN", "The value is NaN."],
  ["1e400", "The value is 1e400."],
  ["0x1", "The value is 0x1."],
  [",5", "The value is ,5."],
  ["Infinity", "The value is Infinity."],
  ["", "The value is missing."],
])("%p is no probability", (value, what) => {
  expect(faultsOf(withNumber(`<float value="${value}"/>`))).toEqual([`5:30 float: ${what}`]);
});

test.each([
  ["", "5:1 define-basic-event a: The number is missing."],
  ['<float value="0"/><float value="0"/>', "5:1 define-basic-event a: It holds 2 expressions."],
  ["<float>0.5</float>", "5:30 float: It holds text: 0.5"],
  ['<int value="0.5"/>', "5:30 int: The value is 0.5."],
  ["<lognormal-deviate/>", "5:30 lognormal-deviate: <lognormal-deviate> is not reckoned here."],
  ['<exponential><float value="1"/></exponential>', "5:30 exponential: <exponential> holds 1 number."],
  ['<div><int value="1"/><int value="0"/></div>', "5:30 div: <div> of 1 and 0 is no number."],
  ['<pow><int value="-1"/><float value="0.5"/></pow>', "5:30 pow: <pow> of -1 and 0.5 is no number."],
  ['<parameter name="constructor"/>', "5:30 parameter constructor: There is no parameter constructor."],
])("%s is no number", (number, fault) => {
  expect(faultsOf(withNumber(number))).toEqual([fault]);
});

test("numbers are reckoned from parameters and operations", () => {
  const rate = '<define-parameter name="rate"><mul><float value="1e-3"/><int value="2"/></mul></define-parameter>';
  expect(probabilityOfA(withNumber('<exponential><parameter name="rate"/><int value="100"/></exponential>', rate))).toBeCloseTo(
    1 - Math.exp(-0.2),
    15,
  );
});

test("parameters in a circle, and in a chain of 100,000, are a fault", () => {
  const parameter = (name: string, of: string): string => `<define-parameter name="${name}"><parameter name="${of}"/></define-parameter>`;
  expect(faultsOf(withNumber('<parameter name="p"/>', `${parameter("p", "q")}\n${parameter("q", "p")}`))).toEqual([
    "7:28 parameter p: The parameter p is reckoned from itself.",
  ]);
  const chain = Array.from({ length: 100_000 }, (_, index) => parameter(`p${index}`, `p${index + 1}`));
  expect(faultsOf(withNumber('<parameter name="p0"/>', chain.join("\n")))).toEqual([
    expect.stringMatching(/^505:31 parameter p500: .*more than 500 deep\.$/),
  ]);
});

describe("a CCF group", () => {
  test.each<[string, string, readonly string[]]>([
    ["without a model", withGroup(`${MEMBERS}${SHARED}${FACTOR}`, 'name="c"'), ["The group names no model."]],
    ["of another model", withGroup(`${MEMBERS}${SHARED}${FACTOR}`, 'name="c" model="beta"'), ["The model is beta."]],
    ["of one", withGroup(`<members><basic-event name="a"/></members>${SHARED}${FACTOR}`), ["Members: 1."]],
    ["with a member twice", withGroup(`${MEMBERS.replace('"b"', '"a"')}${SHARED}${FACTOR}`), ["A member has no name, or is named twice."]],
    ["with a gate", withGroup(`${MEMBERS.replace('"b"', '"g"')}${SHARED}${FACTOR}`), ["g is defined as something else."]],
    ["without factors", withGroup(`${MEMBERS}${SHARED}`), ["Factors: 0, for 2 members."]],
    ["of other levels", withGroup(`${MEMBERS}${SHARED}${FACTOR}`.replace('level="2"', 'level="3"')), ["The levels of the factors are 3."]],
    [
      "whose alpha factors are all 0",
      withGroup(`${MEMBERS}${SHARED}${'<factor><float value="0"/></factor>'.repeat(2)}`, 'name="c" model="alpha-factor"'),
      ["All alpha factors are 0."],
    ],
    ["without a distribution", withGroup(`${MEMBERS}${FACTOR}`), ["The probability of the members is missing."]],
    ["with two", withGroup(`${MEMBERS}${SHARED}${SHARED}${FACTOR}`), ["There are several distributions."]],
    [
      "with something else",
      withGroup(`${MEMBERS.replace('<basic-event name="b"', '<gate name="b"')}${SHARED}${FACTOR}<x/>`),
      ["<gate> has no place here.", "<x> has no place here."],
    ],
    [
      "beside an event that is named like one of its causes",
      withGroup(`${MEMBERS}${SHARED}${FACTOR}`).replace(EVENTS, EVENTS.replace('"b"', '"[a b]"')),
      ["[a b] is named as common causes are: by their members in square brackets."],
    ],
  ])("%s is faulty", (_, text, faults) => expect(faultsOf(text).map((fault) => fault.replace(/^[^:]+:[^:]+: /, ""))).toEqual(faults));

  test("that shares a member with another is faulty", () => {
    const group = `<define-CCF-group name="d" model="beta-factor">${MEMBERS}${SHARED}${FACTOR}</define-CCF-group>\n`;
    expect(faultsOf(withGroup(`${MEMBERS}${SHARED}${FACTOR}`).replace("<define-CCF", `${group}<define-CCF`))).toEqual([
      "6:1 define-CCF-group c: a is in the group d already.",
      "6:1 define-CCF-group c: b is in the group d already.",
    ]);
  });
});

test("names that mean something to the language are names like others", () => {
  const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
  const events = names.map((name) => `<define-basic-event name="${name}"><float value="0.5"/></define-basic-event>`);
  const reading = read(model(`<or>${names.map((name) => `<event name="${name}"/>`).join("")}</or>`, events.join("\n")));
  expect(reading.kind === "sound" && [...reading.tree.probabilities.keys()]).toEqual(names);
});

test("names of any length and with anything in them are told in a line of ordinary characters", () => {
  const [fault] = faultsOf(model(`<event name="x&#10;&#x9b;31m&#x202e;${"y".repeat(1_000_000)}"/>`));
  expect(fault).toMatch(/^3:1 event x\u{fffd}\u{fffd}31m\u{fffd}?y*\.\.\.: There is no event x[^\p{C}]+\.$/u);
  expect(fault?.length).toBeLessThan(300);
});

test("the top is the gate that no other refers to, or the one that is asked for", () => {
  const two = SOUND.replace("</define-gate>", '</define-gate>\n<define-gate name="h"><event name="a"/></define-gate>');
  expect(faultsOf(two)).toEqual(["1:1 (file): 2 gates are referred to by no other: g, h."]);
  expect(read(two, "h")).toMatchObject({ kind: "sound", tree: { top: "h" } });
  expect(faultsOf(two, "i")).toEqual(["1:1 (file): There is no gate i to be the top."]);
  expect(faultsOf("<opsa-mef/>")).toEqual(["1:1 (file): The model has no gate."]);
});

test("gates of several fault trees and components are one model", () => {
  const text = SOUND.replace(
    EVENTS,
    `<define-component name="c">${EVENTS}</define-component></define-fault-tree><define-fault-tree name="u">`,
  );
  expect(read(text)).toEqual(read(SOUND));
});

describe("in seconds, and in bounded memory,", () => {
  const gates = (count: number, inputs: (index: number) => readonly number[]): string =>
    Array.from({ length: count }, (_, index) => {
      const named = inputs(index).map((input) => `<gate name="g${input}"/>`);
      return `<define-gate name="g${index}"><or>${named.join("")}</or></define-gate>`;
    }).join("\n");
  const tree = (definitions: string): string => `<opsa-mef><define-fault-tree name="t">\n${definitions}</define-fault-tree></opsa-mef>`;

  test("a circle of 100,000 gates is one fault", () => {
    expect(faultsOf(tree(gates(100_000, (index) => [(index + 1) % 100_000])))).toEqual([
      "2:1 define-gate g0: The gate leads back to itself: g0 > g1 > g2 > g3 > ... > g0 (100000 gates).",
    ]);
  });

  test("so many ways back that nobody could read them all end with a word on the rest", () => {
    const faults = faultsOf(tree(gates(20_000, (index) => [0, (index + 1) % 20_000])));
    expect(faults).toHaveLength(1000);
    const unknown = Array.from({ length: 100_000 }, (_, index) => `<event name="e${index}"/>`).join("\n");
    expect(faultsOf(model(`<or>${unknown}</or>`))).toHaveLength(1001);
    expect(faultsOf(model(`<or>${unknown}</or>`)).at(-1)).toMatch(/^1003:1 \(file\): From here on there are more faults/);
  });

  test("a gate of 100,000 inputs is read", () => {
    const reading = read(model(`<or>${'<event name="a"/>'.repeat(100_000)}</or>`));
    expect(reading.kind).toBe("sound");
  });

  test("cardinalities in each other do not double without end", () => {
    const nested = (depth: number): string =>
      depth === 0 ? '<event name="a"/>' : `<cardinality min="1" max="1">${nested(depth - 1)}</cardinality>`;
    expect(read(model(nested(5))).kind).toBe("sound");
    expect(faultsOf(model(nested(60)))).toEqual([expect.stringMatching(/cardinality: This <cardinality> stands in 5 others\.$/)]);
  });
});
