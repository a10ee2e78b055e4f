import type { Json } from "../json";
import type { ReadingFault } from "../reading-fault";

/** What is wrong with one form of a template, before anybody knows whose it is. */
export type FormFault = Omit<ReadingFault, "stack">;

interface Told {
  readonly address: string;
  readonly attribute: string;
  readonly expected: string;
  readonly found: string;
}

/** What is wrong, whatever the rest says. */
export function wrong(told: Told): FormFault {
  return { verdict: "notMet", ...told };
}

/** What nobody here can read, so that nothing good may be said of it. */
export function unread(told: Told): FormFault {
  return { verdict: "undetermined", ...told };
}

const LONGEST = 160;

/** A value as a finding quotes it. */
export function quoted(value: Json | undefined): string {
  const text = typeof value === "string" ? value : JSON.stringify(value ?? null);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
