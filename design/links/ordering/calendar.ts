/** Months and days as ISO 8601 writes them, counted without a clock or a time zone. */

const DAY_MS = 86_400_000;

/** @param month such as `2026-11` */
export function monthAfter(month: string, months: number): string {
  const [year = 0, of = 1] = month.split("-").map(Number);
  const count = year * 12 + (of - 1) + months;
  return `${String(Math.floor(count / 12)).padStart(4, "0")}-${String((count % 12) + 1).padStart(2, "0")}`;
}

export function firstDayOf(month: string): string {
  return `${month}-01`;
}

/** @param day such as `2026-11-25` */
export function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, "2026-11-25".length);
}
