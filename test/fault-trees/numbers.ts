/** How far two numbers are apart, as a part of the larger; 0 where both are the same, infinities too. */
export function relativeError(got: number | undefined, wanted: number): number {
  if (got === undefined) return Number.NaN;
  return got === wanted ? 0 : Math.abs(got - wanted) / Math.max(Math.abs(got), Math.abs(wanted));
}
