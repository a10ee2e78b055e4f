/** One dated fact, as whoever keeps the facts needs to see it. */
export interface FactRow {
  /** The file in facts/, without its ending. */
  readonly table: string;
  /** The name it is exported under, and its own within that: `regions.eu-north-1`. */
  readonly row: string;
  /** What it says besides where that was read, on one line. */
  readonly value: string;
  readonly asOf: string;
  readonly source: string;
}

/** What may tell the rows of a list apart, the most telling first. */
const NAMES = ["id", "code", "region", "name", "type", "set", "country", "actions"] as const;

/** Every fact with a source and a date in a set of tables, in their order. */
export function factRows(tables: Readonly<Record<string, object>>): readonly FactRow[] {
  return Object.entries(tables).flatMap(([table, exports]) =>
    Object.entries(exports).flatMap(([name, value]: [string, unknown]) => rowsIn(value, { table, row: name })),
  );
}

/** Those that were read more than so many days before a day; a month counts from its first day. */
export function staleRows(
  rows: readonly FactRow[],
  { today, days }: { readonly today: string; readonly days: number },
): readonly FactRow[] {
  return rows.filter(({ asOf }) => daysBetween(asOf, today) > days);
}

const MILLISECONDS_A_DAY = 86_400_000;

function daysBetween(asOf: string, today: string): number {
  return (Date.parse(today) - Date.parse(asOf)) / MILLISECONDS_A_DAY;
}

type Place = Pick<FactRow, "table" | "row">;

function rowsIn(value: unknown, place: Place): readonly FactRow[] {
  if (typeof value !== "object" || value === null) return [];
  const fields = Object.entries(value);
  const { source, asOf, ...says } = Object.fromEntries<unknown>(fields);
  if (typeof source === "string" && typeof asOf === "string") return [{ ...place, value: valueOf(says, place.row), asOf, source }];
  return fields.flatMap(([key, item]: [string, unknown]) =>
    rowsIn(item, { ...place, row: `${place.row}.${Array.isArray(value) ? nameOf(item, key) : key}` }),
  );
}

function nameOf(item: unknown, index: string): string {
  if (typeof item !== "object" || item === null) return index;
  const fields = new Map<string, unknown>(Object.entries(item));
  return NAMES.map((key) => textOf(fields.get(key))).find((name) => name !== undefined) ?? index;
}

/** A list is called after its first. */
function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return Array.isArray(value) ? value.find((item: unknown) => typeof item === "string") : undefined;
}

/** What is the row's name already goes without saying. */
function valueOf(says: Readonly<Record<string, unknown>>, row: string): string {
  return Object.entries(says)
    .filter(([, value]) => typeof value !== "string" || !row.endsWith(`.${value}`))
    .map(([key, value]) => `${key} ${typeof value === "string" ? value : JSON.stringify(value, listed)}`)
    .join("; ");
}

/** JSON has neither sets nor maps, and would show them as empty groups. */
function listed(_: string, value: unknown): unknown {
  if (value instanceof Set) return [...value];
  return value instanceof Map ? Object.fromEntries(value) : value;
}
