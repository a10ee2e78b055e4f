import { deploymentOrder, parseManifest } from "../../synthesized/manifest";

const stack = (name: string, dependencies: readonly string[]) => ({
  name,
  dependencies,
  synthesizedStackPath: `stacks/${name}/cdk.tf.json`,
  workingDirectory: `stacks/${name}`,
});

describe("manifest", () => {
  test("lists the stacks, their templates and what they wait for", () => {
    const text = JSON.stringify({ version: "0.21.0", stacks: { two: stack("two", ["one"]), one: stack("one", []) } });
    expect(parseManifest(text)).toEqual([
      { name: "two", templatePath: "stacks/two/cdk.tf.json", dependencies: ["one"], workingDirectory: "stacks/two" },
      { name: "one", templatePath: "stacks/one/cdk.tf.json", dependencies: [], workingDirectory: "stacks/one" },
    ]);
  });

  test("a manifest without stacks is refused with a remedy", () => {
    expect(() => parseManifest("{}")).toThrow(/manifest\.json cannot be read: stacks: .*Synthesize again/);
  });

  test("each stack comes after those that it depends on, whatever the order of the file", () => {
    const stacks = [
      { name: "c", templatePath: "", dependencies: ["b", "elsewhere"] },
      { name: "b", templatePath: "", dependencies: ["a"] },
      { name: "a", templatePath: "", dependencies: [] },
    ];
    expect(deploymentOrder(stacks).map(({ name }) => name)).toEqual(["a", "b", "c"]);
  });

  test("stacks that wait for each other are named", () => {
    const stacks = [
      { name: "a", templatePath: "", dependencies: ["b"] },
      { name: "b", templatePath: "", dependencies: ["a"] },
    ];
    expect(() => deploymentOrder(stacks)).toThrow("these stacks wait for each other: a, b; break the cycle with a third stack");
  });
});
