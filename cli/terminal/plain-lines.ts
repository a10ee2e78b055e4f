import { stripVTControlCharacters } from "node:util";

/** What Terraform says first of each of its steps. */
const steps = [
  { step: "initializing", opening: /^Initializing the backend/ },
  { step: "planned", opening: /^(?:Terraform used the selected providers|No changes\.)/ },
  { step: "applying", opening: /^\S+: (?:Creating|Destroying|Modifying)\.\.\./ },
] as const;

/** Lines of cdktf's own that it draws again and again, where a terminal would show the last alone. */
const redrawn = /^(?:\d+ Stacks? deploying\s+\d+ Stacks? done\s+\d+ Stacks? waiting|\S\s+(?:Starting|Synthesizing))\s*$/;

interface Told {
  readonly steps: readonly string[];
  readonly blank: boolean;
}

/**
 * What cdktf draws on a terminal while it deploys a stack, as lines for a file or a pipe: without
 * cursor codes, colours, counters and its margin, and with a line of its own for each step. What
 * Terraform says stays whole.
 *
 * @returns what takes the words as they come, and answers with the lines that are complete by then;
 *   nothing more comes after `undefined`.
 */
export function plainLines(stack: string): (chunk: string | undefined) => string {
  let rest = "";
  let told: Told = { steps: [], blank: true };
  return (chunk) => {
    const lines = `${rest}${chunk ?? (rest === "" ? "" : "\n")}`.split("\n");
    rest = lines.pop() ?? "";
    return lines
      .flatMap((line) => {
        const { shown, after } = plainLine(line, stack, told);
        told = after;
        return shown.map((text) => `${text}\n`);
      })
      .join("");
  };
}

function plainLine(line: string, stack: string, told: Told): { readonly shown: readonly string[]; readonly after: Told } {
  const text = withoutMargin(stripVTControlCharacters(line).replaceAll("\r", ""), stack);
  const blank = text.trim() === "";
  if (redrawn.test(text) || (blank && told.blank)) return { shown: [], after: told };
  const step = steps.find(({ opening, step: name }) => opening.test(text) && !told.steps.includes(name))?.step;
  if (step === undefined) return { shown: [text], after: { ...told, blank } };
  return { shown: [`${stack}: ${step}`, text], after: { steps: [...told.steps, step], blank } };
}

/** The name of the stack before the first line of a block, and as many spaces before the others. */
function withoutMargin(text: string, stack: string): string {
  const width = stack.length + 2;
  const margin = text.slice(0, width);
  return margin === `${stack}  ` || margin.trim() === "" ? text.slice(width) : text;
}
