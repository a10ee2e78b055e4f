/** The last line of a list of which only the first are shown. */
export function moreInJson(count: number): string {
  return `... and ${count} more; --json has them all.`;
}
