export interface Repeat<T> {
  readonly item: T;
  readonly index: number;
  /** The one that says the same and stands first. */
  readonly first: T;
  readonly firstIndex: number;
}

/** What stands in a list again, by the word that tells items apart; what has no word repeats nothing. */
export function repeats<T>(items: readonly T[], wordOf: (item: T) => string | number | undefined): readonly Repeat<T>[] {
  const seen = new Map<string | number, { readonly first: T; readonly firstIndex: number }>();
  return items.flatMap((item, index) => {
    const word = wordOf(item);
    if (word === undefined) return [];
    const earlier = seen.get(word);
    if (earlier !== undefined) return [{ item, index, ...earlier }];
    seen.set(word, { first: item, firstIndex: index });
    return [];
  });
}
