/** `1 fault`, `2 faults`. */
export function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}

/** `1,234.5`, in every locale alike. */
export function thousands(number: number): string {
  return number.toLocaleString("en-US");
}

/** Cents would promise more than a list price or an offer holds. */
export function whole(amount: number): string {
  return thousands(Math.round(amount));
}

const MOST_DIGITS = 15;

/** A count can have hundreds of digits, of which the first say how many it is. */
export function shownCount(count: bigint): string {
  const digits = String(count);
  return digits.length <= MOST_DIGITS ? digits : `~${digits.slice(0, 1)}.${digits.slice(1, 6)}e${digits.length - 1}`;
}
