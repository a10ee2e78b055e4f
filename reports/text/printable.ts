/** Text from outside may hold what steers a terminal: this is one line that does not. */
export function onOneLine(text: string): string {
  return text.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, "\u{fffd}");
}

/** A name from outside, cut in the middle where it is longer than its place. */
export function shownName(name: string, length: number): string {
  if (name.length <= length) return onOneLine(name);
  const end = Math.floor(length / 3);
  return onOneLine(`${name.slice(0, length - end - 3)}...${name.slice(-end)}`);
}

/** JSON of anything, in which no text steers a terminal either: JSON itself escapes the oldest of such characters alone. */
export function printableJson(value: unknown): string {
  const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(value, undefined, 2).replaceAll(
    /[\u{7f}-\u{9f}\u{200b}-\u{200f}\u{2028}-\u{202e}\u{2060}-\u{206f}\u{feff}]/gu,
    escaped,
  );
}
