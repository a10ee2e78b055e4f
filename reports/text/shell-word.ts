/** A path as a word of a command that somebody pastes: in quotes, where a shell would take it for more than that. */
export function shellWord(path: string): string {
  return /^[\p{L}\p{N}_./:@%+,-]+$/u.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}
