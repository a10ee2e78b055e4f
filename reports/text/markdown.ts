import { onOneLine } from "./printable";
import type { Column } from "./table";

/** What is Markdown already: mere text is escaped before it goes into a page. */
export interface Markup {
  readonly markdown: string;
}

/** Text that looks in a page as it is: no sign of it makes a cell, a tag, a link or an emphasis. */
export function markdownText(text: string): string {
  return text.split(/\r?\n/).map(escapedLine).join("<br>");
}

function escapedLine(line: string): string {
  return onOneLine(line)
    .replaceAll(/&(?=#?\w+;)/g, "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(/[\\|*`]|\](?=\()/g, String.raw`\$&`);
}

/** A name as a program has it. Within backticks nothing but a table's bar can be escaped. */
export function code(name: string): Markup {
  return { markdown: `\`${onOneLine(name).replaceAll("`", "'").replaceAll("|", String.raw`\|`)}\`` };
}

export function heading(level: 1 | 2, text: string): string {
  return `${"#".repeat(level)} ${markdownText(text)}`;
}

export function markdownTable(columns: readonly Column[], rows: readonly (readonly (string | Markup)[])[]): string {
  const lines = columns.map(({ align }) => (align === "right" ? "--:" : "---"));
  return [row(columns.map(({ title }) => title)), `|${lines.join("|")}|`, ...rows.map(row)].join("\n");
}

function row(cells: readonly (string | Markup)[]): string {
  return `| ${cells.map((cell) => (typeof cell === "string" ? markdownText(cell) : cell.markdown)).join(" | ")} |`;
}

/** A list of what things are called and what is said of them. */
export function markdownList(items: readonly (readonly [label: string, text: string])[]): string {
  return items.map(([label, text]) => `- **${markdownText(label)}**: ${markdownText(text)}`).join("\n");
}

/** Text that keeps its lines and blanks, such as a program or a picture of signs. */
export function fenced(language: "mermaid" | "text", text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}
