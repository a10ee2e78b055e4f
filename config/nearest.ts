import { distance } from "fastest-levenshtein";

/** Beyond this, what was written is no slip of the keyboard. */
const LONGEST_WORD = 64;

/** The known word that someone probably meant, or none when all are too far. */
export function nearest(written: string, known: readonly string[]): string | undefined {
  if (written.length > LONGEST_WORD) return undefined;
  const [best] = known
    .map((word) => ({ word, away: distance(written.toLowerCase(), word.toLowerCase()) }))
    .toSorted((a, b) => a.away - b.away);
  if (best === undefined || best.away > slipsAllowed(written)) return undefined;
  return best.word;
}

/** A third of the word: `adressSpace` and `eu-nort1` are slips, `vpc` for `site` is not. */
function slipsAllowed(written: string): number {
  return Math.max(1, Math.floor(written.length / 3));
}
