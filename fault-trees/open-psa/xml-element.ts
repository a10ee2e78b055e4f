import { SaxesParser } from "saxes";
import { type PlacedFault, placedFault, type Told } from "./model-fault";

/** An element and those in it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Of its `<`, in characters from the start of the text. */
  readonly offset: number;
}

export type XmlReading =
  | { readonly kind: "sound"; readonly root: XmlElement }
  | { readonly kind: "faulty"; readonly faults: readonly PlacedFault[] };

/** What a definition consists of, without what it says about itself for people. */
export function saidBy({ children }: XmlElement): readonly XmlElement[] {
  return children.filter(({ name }) => name !== "label" && name !== "attributes");
}

/** A formula in a gate in a component of a fault tree needs a dozen. */
const DEEPEST = 200;
/** The largest file that is read has two million, unless it was made to have more. */
const MOST_ELEMENTS = 3_000_000;
/** After so many, a file is not XML, and more would tell nobody anything. */
const MOST_ERRORS = 20;
const NONE: readonly XmlElement[] = [];

/**
 * Reads as much of XML as a model needs. Entities that a file declares itself could make it large
 * without end, so a document type that declares anything is refused; none is fetched. Text is for
 * labels: elsewhere it is a fault, for somebody meant something by it.
 */
export function readXml(text: string): XmlReading {
  const reader = new Reader(text);
  try {
    reader.read();
  } catch (error) {
    if (!(error instanceof GaveUpError)) throw error;
  }
  const { faults, root } = reader;
  return root === undefined || faults.length > 0 ? { kind: "faulty", faults } : { kind: "sound", root };
}

/** What follows would tell nobody anything. */
class GaveUpError extends Error {}

interface OpenElement extends XmlElement {
  attributes: XmlElement["attributes"];
  readonly children: XmlElement[];
  hasText: boolean;
}

class Reader {
  readonly faults: PlacedFault[] = [];
  root: XmlElement | undefined;
  private readonly text: string;
  private readonly parser = new SaxesParser();
  private readonly open: OpenElement[] = [];
  private lastLeft = "";
  /** One string for a name that stands in the file a million times. */
  private readonly names = new Map<string, string>();
  private elements = 0;
  private errors = 0;
  /** Where the markup began of which a fault was noted: what else is wrong in it mostly follows from that. */
  private faultyMarkup = Number.NaN;

  constructor(text: string) {
    this.text = text;
    const { parser } = this;
    parser.on("error", ({ message }) => this.noteError(message.replace(/^[\d:]+ /, "").replace(/\.$/, "")));
    parser.on("doctype", (declared) => {
      if (declared.includes("[")) this.giveUp(text.lastIndexOf("<!DOCTYPE", parser.position), ownEntities);
    });
    parser.on("opentagstart", ({ name }) => this.enter(name));
    parser.on("opentag", ({ attributes }) => {
      const element = this.open.at(-1);
      // The parser's own objects take several times the room.
      if (element !== undefined) element.attributes = { ...attributes };
    });
    parser.on("closetag", () => this.leave());
    parser.on("text", (between) => this.noteText(between));
    parser.on("cdata", (between) => this.noteText(between));
  }

  read(): void {
    this.parser.write(this.text).close();
  }

  private enter(given: string): void {
    const offset = this.text.lastIndexOf("<", this.parser.position - 1);
    if (this.open.length === DEEPEST) this.giveUp(offset, tooDeep);
    this.elements += 1;
    if (this.elements > MOST_ELEMENTS) this.giveUp(offset, tooMany);
    const name = this.names.get(given) ?? given;
    if (name === given) this.names.set(given, given);
    this.open.push({ name, attributes: {}, children: [], offset, hasText: false });
  }

  private leave(): void {
    const left = this.open.pop();
    if (left === undefined) return;
    const { name, attributes, children, offset } = left;
    this.lastLeft = name;
    const element = { name, attributes, children: children.length === 0 ? NONE : children.slice(), offset };
    const around = this.open.at(-1);
    if (around === undefined) this.root = element;
    else around.children.push(element);
  }

  private noteText(text: string): void {
    const element = this.open.at(-1);
    if (element === undefined || element.hasText || this.errors > 0 || !/\S/.test(text) || this.open.some(({ name }) => name === "label"))
      return;
    element.hasText = true;
    this.faults.push(placedFault(element, strayText(text.trim())));
    if (this.faults.length === MOST_ERRORS) throw new GaveUpError();
  }

  private noteError(message: string): void {
    const { text } = this;
    const offset = Math.max(0, this.parser.position - 1);
    const inner = this.open.at(-1);
    if (message.startsWith("unclosed tag") && inner !== undefined) this.giveUp(inner.offset, neverClosed(inner.name));
    // The parser has left the element that is open before it tells this.
    const isOpen = message.startsWith("unexpected close tag");
    if (isOpen || message.startsWith("unmatched closing tag")) {
      const from = text.lastIndexOf("</", offset);
      this.giveUp(from, closedWrongly(text.slice(from + 2, offset).trim(), isOpen ? this.lastLeft : undefined));
    }
    this.errors += 1;
    const markup = text.lastIndexOf("<", offset);
    if (markup !== this.faultyMarkup) this.faults.push(fileFault(offset, notXml(message)));
    this.faultyMarkup = markup;
    if (this.errors === MOST_ERRORS) throw new GaveUpError();
  }

  private giveUp(offset: number, told: Told): never {
    this.faults.push(fileFault(offset, told));
    throw new GaveUpError();
  }
}

function fileFault(offset: number, told: Told): PlacedFault {
  return placedFault({ name: "(file)", attributes: {}, offset }, told);
}

function notXml(message: string): Told {
  return {
    what: `This is not XML: ${message}.`,
    allowed: "Well-formed XML 1.0.",
    mend: "Correct this place, or export the model anew.",
  };
}

function neverClosed(name: string): Told {
  return {
    what: `<${name}> is never closed.`,
    allowed: "An element that ends, and ends in the one that it began in.",
    mend: `Write </${name}> where it ends, or get the whole file if this is a part of it.`,
  };
}

function closedWrongly(name: string, open: string | undefined): Told {
  return {
    what: open === undefined ? `</${name}> closes nothing.` : `</${name}> stands where <${open}> is open; the rest was not read.`,
    allowed: "An element that ends, and ends in the one that it began in.",
    mend: open === undefined ? "Remove it." : `Write </${open}> before it, or correct the name.`,
  };
}

function strayText(text: string): Told {
  return {
    what: `It holds text: ${text}`,
    allowed: "Elements; text in <label> only.",
    mend: "Write what it says with elements, or remove it.",
  };
}

const ownEntities: Told = {
  what: "The document type declares entities or elements of its own; the rest was not read.",
  allowed: "A model without such declarations: a few of them can stand for gigabytes.",
  mend: "Remove the part in square brackets, and write out what it stands for.",
};

const tooDeep: Told = {
  what: `Elements are nested more than ${DEEPEST} deep here; the rest was not read.`,
  allowed: `At most ${DEEPEST} levels; gates may refer to each other without end.`,
  mend: "Give inner formulas gates of their own.",
};

const tooMany: Told = {
  what: `Here begins one element more than ${MOST_ELEMENTS}; the rest was not read.`,
  allowed: `At most ${MOST_ELEMENTS} elements, which is half a million gates.`,
  mend: "Leave out what the top gate does not need.",
};
