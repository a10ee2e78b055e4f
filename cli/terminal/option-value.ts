import { InvalidArgumentError } from "@commander-js/extra-typings";

/** An option's value as it was meant: an empty one, or the next option, is a value that was forgotten. */
export function givenValue(value: string): string {
  if (value.trim() === "")
    throw new InvalidArgumentError("It is empty: most likely a shell variable that is not set. Set it, or leave the option out.");
  if (value.startsWith("-"))
    throw new InvalidArgumentError(`It looks like the next option: name a value before it, or write ./${value} if that is its name.`);
  return value;
}

/** The values of an option that takes several, each as it was meant. */
export function givenValues(value: string, earlier: readonly string[] | undefined): readonly string[] {
  return [...(earlier ?? []), givenValue(value)];
}

/** A number of days, none or more. */
export function givenDays(value: string): number {
  if (!/^\d{1,6}$/.test(value)) throw new InvalidArgumentError("It is no number of days: write it in digits, such as 365.");
  return Number(value);
}

/** A day as ISO 8601 writes it, that the calendar has. */
export function givenDay(value: string): string {
  const day = new Date(`${givenValue(value)}T00:00:00Z`);
  if (Number.isNaN(day.valueOf()) || day.toISOString().slice(0, value.length) !== value || value.length !== "2026-11-25".length)
    throw new InvalidArgumentError("It is no day: write it like 2026-11-25.");
  return value;
}

/** How many events a cut set may have: 1 to 99. */
export function givenOrder(value: string): number {
  if (!/^[1-9]\d?$/.test(value)) throw new InvalidArgumentError("It is no number of events: write 1 to 99.");
  return Number(value);
}

/** A size of memory: less than 512 MB would hardly hold the program, and more than 16 TB nobody has. */
export function givenMegabytes(value: string): number {
  if (!/^\d{3,7}$/.test(value) || Number(value) < 512)
    throw new InvalidArgumentError("It is no such number of megabytes: write 512 or more.");
  return Number(value);
}
