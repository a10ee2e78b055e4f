import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { judgements } from "../../../analysis/judgements";

const root = join(__dirname, "../../..");

/** Every resource type that a construct or stack can draw, whether or not a sample deployment has it. */
function drawnTypes(): readonly string[] {
  const files = ["constructs", "stacks"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) => join(root, folder, name)),
  );
  const texts = files.filter((file) => file.endsWith(".ts")).map((file) => readFileSync(file, "utf8"));
  const bound = texts.flatMap((text) => [...text.matchAll(/provider-aws\/lib\/([a-z0-9-]+)"/g)].map(([, name = ""]) => name));
  const written = texts.flatMap((text) => [...text.matchAll(/terraformResourceType: "(\w+)"/g)].map(([, type = ""]) => type));
  const types = bound.filter((name) => name !== "provider").map((name) => `aws_${name.replaceAll("-", "_")}`);
  return [...new Set([...types.map((type) => type.replace(/^aws_data_aws_/, "data.aws_")), ...written])].toSorted();
}

test.each(["flows", "payments"] as const)("%s has a row for every type that can be drawn", (name) => {
  const { types } = judgements[name].scope;
  expect(drawnTypes().length).toBeGreaterThan(100);
  expect(drawnTypes().filter((type) => !(type in types))).toEqual([]);
});
