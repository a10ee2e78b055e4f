import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Template } from "../../synthesized/template";
import { australia } from "../australia";
import { synthesizedSweden } from "../sample-output";
import { southKorea } from "../south-korea";
import { synthesizedDeployment } from "../synthesized-deployment";

/**
 * An address is a contract: one that changes is destroyed and made anew. Where that is meant, write
 * the lists again with `UPDATE_ADDRESSES=1 npx jest addresses` and say why in the commit.
 */
const goldens = join(__dirname, "../goldens/addresses");

/** The two sites share one list, as they share one class; so do the two members of a ledger, and the two of a cell. */
const listOf = (stack: string): string =>
  `${stack
    .replace(/^site-[ab]$/, "site")
    .replace(/^ledger-(\d\d)-[ab]$/, "ledger-member-$1")
    .replace(/^cell-(\d\d)-[ab]$/, "cell-$1")}.txt`;

function addresses(template: Template | undefined): string {
  if (template === undefined) throw new Error("the stack was not synthesized");
  return [...template.resources, ...template.dataSources]
    .map(({ address }) => `${address}\n`)
    .toSorted()
    .join("");
}

/** What a list says, once it says what is asked for. */
function listed(list: string, template: Template | undefined): string {
  const path = join(goldens, list);
  if (process.env["UPDATE_ADDRESSES"] === "1") {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, addresses(template));
  }
  return existsSync(path) ? readFileSync(path, "utf8") : `there is no ${list}`;
}

const templates = synthesizedSweden();

test.each([...templates.keys()])("%s has the addresses that are on its list", (stack) => {
  expect(addresses(templates.get(stack))).toBe(listed(listOf(stack), templates.get(stack)));
});

// What another ledger or one Region makes different; all else has the sample's classes.
describe.each([
  { folder: "aurora-global", deployment: australia, stacks: ["ledger-01", "ledger-01-a", "ledger-01-b", "traffic"] },
  { folder: "one-region", deployment: southKorea, stacks: ["ledger-01", "ledger-01-a", "ledger-01-b", "interconnect", "shared"] },
])("of $folder", ({ folder, deployment, stacks }) => {
  test.each(stacks)("%s has the addresses that are on its list", (stack) => {
    const template = synthesizedDeployment(deployment()).get(stack);
    expect(addresses(template)).toBe(listed(join(folder, listOf(stack)), template));
  });
});
