import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deploymentJsonSchema } from "../../config/deployment-json-schema";

describe("the editors' JSON Schema", () => {
  const written = readFileSync(join(__dirname, "../../config/deployment.schema.json"), "utf8");

  test("the file is what the schema of the deployment makes", () => {
    expect(written).toBe(deploymentJsonSchema());
  });

  test("every value that an operator writes has a description", () => {
    const bare: string[] = [];
    const look = (field: unknown, path: string): void => {
      if (typeof field !== "object" || field === null) return;
      if ("properties" in field && typeof field.properties === "object") {
        for (const [key, child] of Object.entries(field.properties ?? {})) {
          if (!("description" in Object(child)) && !("const" in Object(child))) bare.push(`${path}.${key}`);
          look(child, `${path}.${key}`);
        }
      }
    };
    look(JSON.parse(written), "");
    expect(bare).toEqual(expect.not.arrayContaining([expect.not.stringMatching(/^\.sites\.[ab]$/)]));
  });
});
