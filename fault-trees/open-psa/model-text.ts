import { type PlacedFault, placedFault, type Told } from "./model-fault";

export type TextReading =
  | { readonly kind: "text"; readonly text: string }
  /** `text` is as much of it as could be read, for lines and columns. */
  | { readonly kind: "faulty"; readonly text: string; readonly faults: readonly PlacedFault[] };

/** A file's bytes as text, if it is text that may be XML. */
export function modelText(bytes: Uint8Array): TextReading {
  const text = new TextDecoder("utf-8").decode(bytes);
  const faulty = (offset: number, told: Told): TextReading => ({
    kind: "faulty",
    text,
    faults: [placedFault({ name: "(file)", attributes: {}, offset }, told)],
  });
  const start = text.search(/\S/);
  if (start === -1) return faulty(0, empty);
  if (isUtf16(bytes)) return faulty(0, utf16);
  const encoding = declaredEncoding(text);
  // ASCII means the same in all of them, and has a byte a character.
  if (!/^utf-?8$/i.test(encoding) && !(isLikeAscii(encoding) && text.length === bytes.length)) return faulty(0, otherEncoding(encoding));
  if (text[start] !== "<") return faulty(start, noMarkup);
  const unread = text.indexOf("\u{fffd}");
  return unread === -1 ? { kind: "text", text } : faulty(unread, notUtf8);
}

/** By its mark, or by the zero beside the `<` that it begins with. */
function isUtf16([first = 1, second = 1]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first === 0 || second === 0;
}

function declaredEncoding(text: string): string {
  return /^<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1] ?? "utf-8";
}

function isLikeAscii(encoding: string): boolean {
  return /^(us-ascii|ascii|iso-8859-\d+|latin-?1|windows-125\d|cp125\d)$/i.test(encoding);
}

const empty: Told = {
  what: "The file is empty.",
  allowed: "A model in the Open-PSA exchange format (XML).",
  mend: "Name the file of a model, or export it anew.",
};

const utf16: Told = {
  what: "The file is not UTF-8; it looks like UTF-16.",
  allowed: "UTF-8 text.",
  mend: "Save the model as UTF-8.",
};

function otherEncoding(encoding: string): Told {
  return {
    what: encoding === "" ? "The file names no encoding where it should." : `The file says that it is written in ${encoding}.`,
    allowed: "UTF-8, which is also what a file without a word on it is.",
    mend: "Save the model as UTF-8 and say so in its first line.",
  };
}

/** The decoder writes U+FFFD for every byte that is not UTF-8; other programs leave it where they did the same. */
const notUtf8: Told = {
  what: "Here are bytes that are not UTF-8, or the character U+FFFD that was put in their place.",
  allowed: "UTF-8 text.",
  mend: "Save the model as UTF-8 and type this place anew.",
};

const noMarkup: Told = {
  what: "This is not XML: it does not begin with <.",
  allowed: "A model in the Open-PSA exchange format (XML).",
  mend: "Name the file of a model; one that is compressed is to be unpacked first.",
};
