import { cutInside } from "./cells";

const ESCAPE = "\u{1b}";
/** Colours are our own, and everything else that steers a terminal is somebody else's. */
const COLOR_OR_CONTROL = new RegExp(`(${ESCAPE}\\[[\\d;]*m)|[\\p{C}\\p{Zl}\\p{Zp}]`, "gu");

/** Text from outside may hold what steers a terminal: this is one line that does not. */
export function onOneLine(text: string): string {
  return text.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, "\u{fffd}");
}

/** One line that steers nothing but has its colours; what else it holds is seen. */
export function inColorOnly(text: string): string {
  return text.replaceAll(COLOR_OR_CONTROL, (_, color: string | undefined) => color ?? "\u{fffd}");
}

/** A name from outside, cut inside where it is longer than its place. */
export function shownName(name: string, width: number): string {
  return cutInside(onOneLine(name), width);
}

/** JSON of anything, in which no text steers a terminal either: JSON itself escapes the oldest of such characters alone. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value, undefined, 2).replaceAll(
    /[\u{7f}-\u{9f}\u{200b}-\u{200f}\u{2028}-\u{202e}\u{2060}-\u{206f}\u{feff}]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
