import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Template } from "../../synthesized/template";
import { synthesizedSweden } from "../sample-output";

/**
 * An address is a contract: one that changes is destroyed and made anew. Where that is meant, write
 * the lists again with `UPDATE_ADDRESSES=1 npx jest addresses` and say why in the commit.
 */
const goldens = join(__dirname, "../goldens/addresses");

/** The two sites share one list, as they share one class; so do the two members of a ledger, and the two of a cell. */
const listOf = (stack: string): string =>
  join(
    goldens,
    `${stack
      .replace(/^site-[ab]$/, "site")
      .replace(/^ledger-(\d\d)-[ab]$/, "ledger-member-$1")
      .replace(/^cell-(\d\d)-[ab]$/, "cell-$1")}.txt`,
  );

const addresses = (template: Template): string =>
  [...template.resources, ...template.dataSources]
    .map(({ address }) => `${address}\n`)
    .toSorted()
    .join("");

const templates = synthesizedSweden();

test.each([...templates.keys()])("%s has the addresses that are on its list", (stack) => {
  const template = templates.get(stack);
  if (template === undefined) throw new Error(`${stack} was not synthesized`);
  const list = listOf(stack);
  if (process.env["UPDATE_ADDRESSES"] === "1") {
    mkdirSync(dirname(list), { recursive: true });
    writeFileSync(list, addresses(template));
  }
  expect(existsSync(list)).toBe(true);
  expect(addresses(template)).toBe(readFileSync(list, "utf8"));
});
