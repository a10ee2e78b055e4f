import type * as StringWidth from "string-width";
import type * as WrapAnsi from "wrap-ansi";

// Bundler and Jest resolve these two calls as they do an import, but only when they are reached.
declare function require(library: "string-width"): typeof StringWidth;
declare function require(library: "wrap-ansi"): typeof WrapAnsi;

/**
 * The libraries that know how wide every sign is. Their patterns and tables take 50 ms to load,
 * a twentieth of a judgement, and plain text asks nothing of them.
 */
export const wideSigns = {
  widthOf: (text: string): number => require("string-width").default(text),
  wrapped: (text: string, width: number, options?: WrapAnsi.Options): string => require("wrap-ansi").default(text, width, options),
} as const;
