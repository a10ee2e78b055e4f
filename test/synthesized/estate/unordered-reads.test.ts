import { estateOf } from "../../../synthesized/estate/estate";
import { unorderedReads } from "../../../synthesized/estate/unordered-reads";
import { parseTemplate } from "../../../synthesized/template";

const backend = (key: string) => ({ bucket: "states", key, region: "eu-north-1" });
const writer = parseTemplate(JSON.stringify({ terraform: { backend: { s3: backend("ledger") } } }), "ledger");
const reader = parseTemplate(
  JSON.stringify({
    terraform: { backend: { s3: backend("cell") } },
    data: { terraform_remote_state: { ledger: { backend: "s3", config: backend("ledger") } } },
  }),
  "cell",
);
const estate = estateOf([writer, reader]);

test("a stack that reads a state waits for who writes it", () => {
  expect(unorderedReads(estate, () => [])).toMatchObject([
    { verdict: "notMet", stack: "cell", attribute: "dependencies.ledger", found: "it does not wait for it" },
  ]);
});

test("waiting for a stack that waits for it is enough", () => {
  const after = new Map([
    ["cell", ["site"]],
    ["site", ["ledger"]],
  ]);
  expect(unorderedReads(estate, (name) => after.get(name) ?? [])).toEqual([]);
});
