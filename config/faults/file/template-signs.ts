import type { Finding, Path } from "../../fault";
import { quoted } from "../../printable";

/**
 * What Terraform takes for code of its own in a text. A deployment is data: `${file("…")}` in an
 * address would send a file of whoever deploys to that address.
 */
const TEMPLATE_SIGN = /[$%]\{/;

export function templateSignFindings(value: unknown, path: Path = []): readonly Finding[] {
  if (typeof value === "string") return TEMPLATE_SIGN.test(value) ? [codeInText(value, path)] : [];
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => templateSignFindings(item, [...path, index]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => templateSignFindings(item, [...path, key]));
}

function codeInText(value: string, path: Path): Finding {
  return {
    path,
    at: "value",
    what: `${quoted(value)} has a sign in it that Terraform takes for code.`,
    allowed: "Text without a dollar or percent sign before a brace.",
    mend: "Write the value itself.",
  };
}
