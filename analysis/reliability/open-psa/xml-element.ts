import { SaxesParser } from "saxes";
import type { PlacedFault, Told } from "./model-fault";

/** An element and those in it. Text between elements is no part of a model. */
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
/** After so many, a file is not XML, and more would tell nobody anything. */
const MOST_FAULTS = 20;

/**
 * Reads as much of XML as a model needs. Entities that a file declares itself could make it large
 * without end, so a document type that declares anything is refused; none is fetched.
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
}

class Reader {
  readonly faults: PlacedFault[] = [];
  root: XmlElement | undefined;
  private readonly text: string;
  private readonly parser = new SaxesParser();
  private readonly open: OpenElement[] = [];

  constructor(text: string) {
    this.text = text;
    this.parser.on("error", ({ message }) => this.note(this.parser.position - 1, notXml(message)));
    this.parser.on("xmldecl", ({ encoding = "utf-8" }) => {
      if (encoding.toLowerCase() !== "utf-8") this.note(0, otherEncoding(encoding));
    });
    this.parser.on("doctype", (declared) => {
      if (declared.includes("[")) this.giveUp(text.indexOf("<!DOCTYPE"), ownEntities);
    });
    this.parser.on("opentagstart", ({ name }) => this.enter(name));
    this.parser.on("opentag", ({ attributes }) => {
      const element = this.open.at(-1);
      if (element !== undefined) element.attributes = attributes;
    });
    this.parser.on("closetag", () => this.leave());
  }

  read(): void {
    this.parser.write(this.text).close();
  }

  private enter(name: string): void {
    const offset = this.text.lastIndexOf("<", this.parser.position - 1);
    if (this.open.length === DEEPEST) this.giveUp(offset, tooDeep);
    this.open.push({ name, attributes: {}, children: [], offset });
  }

  private leave(): void {
    const element = this.open.pop();
    const around = this.open.at(-1);
    if (around === undefined) this.root = element;
    else if (element !== undefined) around.children.push(element);
  }

  private note(offset: number, told: Told): void {
    this.faults.push({ offset: Math.max(0, offset), path: "(file)", ...told });
    if (this.faults.length === MOST_FAULTS) throw new GaveUpError();
  }

  private giveUp(offset: number, told: Told): never {
    this.note(offset, told);
    throw new GaveUpError();
  }
}

function notXml(message: string): Told {
  return {
    what: `This is not XML: ${message.replace(/^[\d:]+ /, "").replace(/\.$/, "")}.`,
    allowed: "Well-formed XML 1.0.",
    mend: "Correct this place, or export the model anew.",
  };
}

function otherEncoding(encoding: string): Told {
  return {
    what: `The file says that it is written in ${encoding}.`,
    allowed: "UTF-8, which is also what a file without a word on it is.",
    mend: "Save the model as UTF-8 and say so in its first line.",
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
